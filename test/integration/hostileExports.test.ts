// Hostile text in every field of a handout and of annotations, as programs read the files that no one here wrote:
// nothing in them runs, loads, links outside or includes another file (T6, T8).
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHandout } from '../../electron/export/renderHandout.ts';
import { annotationsMarkdown } from '../../shared/annotationExchange/annotationsMarkdown.ts';
import type { ExchangedAnnotation } from '../../shared/annotationExchange/exchangedAnnotation.ts';
import { annotationIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import { handoutItemSchema } from '../../shared/domain/handout.ts';
import { documentContentSchema } from '../../shared/domain/document.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { noFootLayout } from '../../shared/handout/footLayout.ts';
import { printDocument } from '../../shared/handout/printDocument.ts';
import { anchorOf, exampleSource, makeHandout } from '../support/handoutExample.ts';
import { HOSTILE_GLOBAL, HOSTILE_HOST, hostileLine, hostileTexts } from '../support/hostileText.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { tableCells } from '../support/tableCells.ts';

/** As GitHub reads it, but that a bare address stays text: no writer can keep a reader from making it a link. */
const MARKDOWN = 'gfm-autolink_bare_uris';

/** A table and a task whose departments are hostile. */
const [cell = '', department = ''] = hostileTexts;
const table = `${cell}\t指标\n${department}\t1`;
const task = `建设平台（${department}牵头，${cell}参与）。`;

const folder = mkdtempSync(join(tmpdir(), 'yandu-hostile-'));
const made = makeDocument({
  id: 'hostile',
  title: hostileLine,
  status: hostileLine,
  segments: [
    { kind: 'heading', text: hostileTexts.slice(0, 3).join(' ') },
    ...hostileTexts.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'table_title', text: hostileLine, detail: { group: 1 } },
    {
      kind: 'table',
      text: table,
      detail: { group: 1, columns: 2, headerRows: 1, cells: tableCells(table) },
    },
    {
      kind: 'task',
      text: task,
      detail: {
        leadDepartments: [rangeIn(task, department)],
        participatingDepartments: [rangeIn(task, cell)],
      },
    },
  ],
});
const hostile = documentContentSchema.parse({
  ...made,
  document: { ...made.document, issuer: hostileLine, author: hostileLine, sourceName: hostileLine },
});

/** A new kind of item is no way in without having been here. */
const everyKind = new Set(
  handoutItemSchema.options.map((option) => option.unwrap().shape.kind.value),
);

function model(citationStyle: 'inline' | 'footnote' | 'endnote'): HandoutModel {
  const head = { title: hostileLine, meeting: hostileLine, date: hostileLine, place: hostileLine };
  const handout = makeHandout(
    [
      { kind: 'heading', level: 1, text: hostileLine, minutes: 5 },
      ...hostileTexts.map((text) => ({
        kind: 'excerpt',
        anchor: anchorOf(hostile, text),
        annotationId: '00000000-0000-4000-8000-000000000901',
        editedQuote: null,
        withNote: true,
      })),
      {
        kind: 'excerpt',
        anchor: anchorOf(hostile, hostileTexts[0] ?? ''),
        annotationId: null,
        editedQuote: hostileLine,
        withNote: false,
      },
      {
        kind: 'excerpt',
        anchor: anchorOf(hostile, table),
        annotationId: null,
        editedQuote: null,
        withNote: false,
      },
      { kind: 'question', text: hostileLine, answer: hostileLine },
      { kind: 'note', text: hostileLine, isPrivate: false },
      {
        kind: 'comparison',
        title: hostileLine,
        rows: [
          { label: hostileLine, anchor: anchorOf(hostile, hostileTexts[0] ?? '') },
          { label: hostileLine, anchor: anchorOf(hostile, table.split('\n')[1] ?? '') },
        ],
      },
      { kind: 'tasks', title: hostileLine, anchors: [anchorOf(hostile, task)] },
      {
        kind: 'attendance',
        ...{ present: hostileLine, absent: hostileLine },
        ...{ observers: hostileLine, recorder: hostileLine },
      },
      { kind: 'lines', count: 2 },
      { kind: 'page_break' },
    ],
    { ...head, host: hostileLine, statusLine: hostileLine, citationStyle },
  );
  expect(new Set(handout.items.map(({ kind }) => kind))).toEqual(everyKind);
  const note = `${hostileLine}\n- ${hostileLine}\n- **${hostileLine.replaceAll('*', '')}**`;
  const source = {
    ...exampleSource([hostile]),
    findNote: () => ({ text: note, isPrivate: false }),
  };
  return composeHandout(handout, source, 'facilitator');
}

function rangeIn(text: string, part: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

function write(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The elements and attributes that could run, load or lead outside; the page's own are counted out by name. */
const harmful = [
  '//script|//iframe|//object|//embed|//img|//form|//base|//@src',
  "//meta[@http-equiv and not(@http-equiv='Content-Security-Policy')]",
  "//@*[starts-with(name(),'on')]",
  "//link[not(@href='/page.css')]",
  "//@href[not(starts-with(.,'#')) and not(.='/page.css')]",
].join('|');

/** How many of them a parser of HTML sees in a page. */
function countHarm(path: string): number {
  const args = ['--html', '--recover', '--nowarning', '--encode', 'utf-8', '--xpath'];
  const count = (what: string): number =>
    Number(runTool('xmllint', [...args, `count(${what})`, path]));
  expect(count('//p')).toBeGreaterThan(0);
  return count(harmful);
}

describe.skipIf(!hasTool('xmllint') || !hasTool('pandoc') || !hasTool('unzip'))(
  'hostile text in an export',
  () => {
    it.each(['inline', 'footnote', 'endnote'] as const)(
      'is text in HTML and PDF, %s',
      async (style) => {
        const html = await renderHandout(model(style), 'html');
        const { html: printed } = printDocument(
          model(style),
          { pageArea: 691, pageCount: 1, foot: noFootLayout },
          {
            stylePath: '/page.css',
            fontFaces: '',
          },
        );

        expect(countHarm(write('a.html', html))).toBe(0);
        expect(countHarm(write('b.html', printed))).toBe(0);
      },
    );

    it('is text in Markdown, as another program reads it', async () => {
      const path = write('a.md', await renderHandout(model('footnote'), 'md'));
      const html = write('md.html', runTool('pandoc', ['-f', MARKDOWN, '-t', 'html', path]));

      expect(countHarm(html)).toBe(0);
    });

    it.each(['inline', 'footnote', 'endnote'] as const)(
      'is text in Word, with no field and no address outside, %s',
      async (style) => {
        const path = write('a.docx', await renderHandout(model(style), 'docx'));
        const parts = runTool('unzip', ['-p', path]);
        const instructions = [...parts.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, text]) =>
          (text ?? '').trim(),
        );

        expect(parts).not.toContain('TargetMode="External"');
        expect(parts).not.toMatch(/<w:fldSimple|<w:hyperlink [^>]*r:id|<w:altChunk|<w:object/);
        expect(
          instructions.filter(
            (text) => !/^(PAGE|NUMPAGES|SECTIONPAGES|NOTEREF|REF|PAGEREF)\b/.test(text),
          ),
        ).toEqual([]);
        expect(runTool('pandoc', ['-f', 'docx', '-t', 'plain', '--wrap=none', path])).toContain(
          HOSTILE_GLOBAL,
        );
      },
    );

    it('is text in annotations for reading elsewhere', () => {
      const annotation: ExchangedAnnotation = {
        id: annotationIdSchema.parse('00000000-0000-4000-8000-000000000001'),
        target: { kind: 'passage', anchor: anchorOf(hostile, hostileTexts[5] ?? '') },
        pigment: 'indigo',
        note: hostileTexts.join('\n\n'),
        type: null,
        isPrivate: false,
        tags: [hostileLine],
        author: hostileLine,
        createdAt: isoTimeSchema.parse('2026-11-20T08:00:00.000Z'),
        updatedAt: isoTimeSchema.parse('2026-11-20T08:00:00.000Z'),
      };
      const markdown = annotationsMarkdown(
        hostileLine,
        [
          {
            title: hostileLine,
            entries: [{ annotation, citation: hostileLine, typeName: hostileLine }],
          },
        ],
        () => hostileLine,
      );
      const path = write('notes.md', markdown);
      const html = write('notes.html', runTool('pandoc', ['-f', MARKDOWN, '-t', 'html', path]));

      expect(countHarm(html)).toBe(0);
      expect(markdown).toContain(HOSTILE_HOST);
    });
  },
);
