// A Word file as a strict reader takes it: every part declared, every relation answered, every name defined once.

import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHandout } from '../../electron/export/renderHandout.ts';
import { citationStyles, handoutPresets, type Handout } from '../../shared/domain/handout.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import {
  anchorOf,
  exampleDocuments,
  exampleHandout,
  exampleSource,
  makeHandout,
  planSentence,
} from '../support/handoutExample.ts';
import { misplacedElements } from '../support/wordSchema.ts';

const variants = handoutPresets.flatMap((preset) =>
  citationStyles.map((citationStyle) => ({ preset, citationStyle })),
);

/** The example, with the names of a meeting and a quotation that was edited. */
function everyKind(head: Record<string, unknown>): Handout {
  const edited = { editedQuote: '改过的话。', annotationId: null, withNote: false };
  const [plan] = exampleDocuments;
  return makeHandout(
    [
      { kind: 'attendance', present: '张三', absent: '', observers: '', recorder: '' },
      { kind: 'excerpt', anchor: anchorOf(plan, planSentence), ...edited },
      ...exampleHandout().items,
    ],
    head,
  );
}

/** Values of an attribute, in order. */
function attributes(xml: string, element: string, attribute: string): readonly string[] {
  const tags = xml.match(new RegExp(`<${element}\\b[^>]*>`, 'gu')) ?? [];
  return tags.flatMap((tag) => {
    const [, value] = new RegExp(`\\s${attribute}="([^"]*)"`, 'u').exec(tag) ?? [];
    return value === undefined ? [] : [value];
  });
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe.each(variants)('a Word file, $preset with citations as $citationStyle', (head) => {
  let parts: ReadonlyMap<string, string>;
  const part = (name: string): string => parts.get(name) ?? '';
  beforeAll(async () => {
    const model = composeHandout(everyKind(head), exampleSource(), 'facilitator');
    const files = unzipSync(new Uint8Array(await renderHandout(model, 'docx')));
    parts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  });

  it('has every element where the schema has it', () => {
    const misplaced = [...parts].flatMap(([name, xml]) =>
      misplacedElements(xml).map((where) => `${name} ${where}`),
    );

    expect(misplaced).toEqual([]);
    expect(part('word/document.xml')).toMatch(/<w:strike\/>[\s\S]*<w:u /u);
  });

  it('declares the type of every part, and only of parts that are there', () => {
    const types = part('[Content_Types].xml');
    const defaults = new Set(attributes(types, 'Default', 'Extension'));
    const overrides = attributes(types, 'Override', 'PartName').map((name) => name.slice(1));
    const undeclared = [...parts.keys()].filter(
      (name) =>
        name !== '[Content_Types].xml' &&
        !overrides.includes(name) &&
        !defaults.has(name.split('.').at(-1) ?? ''),
    );

    expect(undeclared).toEqual([]);
    expect(overrides.filter((name) => !parts.has(name))).toEqual([]);
    expect(repeated(overrides)).toEqual([]);
  });

  it('relates to parts that are there, each under a name of its own', () => {
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]*$/u, '');
      const targets = attributes(xml, 'Relationship', 'Target').map((target) =>
        target.startsWith('/') ? target.slice(1) : folder + target,
      );
      const owner = part(name.replace('_rels/', '').replace(/\.rels$/u, ''));
      const ids = attributes(xml, 'Relationship', 'Id');

      expect(
        targets.filter((target) => !parts.has(target)),
        name,
      ).toEqual([]);
      expect(repeated(ids), name).toEqual([]);
      for (const [, id = ''] of owner.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/gu)) {
        expect(ids, `${name} answers ${id}`).toContain(id);
      }
    }
  });

  it('defines every style that is used, once', () => {
    const styles = part('word/styles.xml');
    const defined = attributes(styles, 'w:style', 'w:styleId');
    const used = [...parts].flatMap(([name, xml]) =>
      name.startsWith('word/')
        ? ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap(
            (element) => attributes(xml, element, 'w:val'),
          )
        : [],
    );

    expect([...new Set(used)].filter((style) => !defined.includes(style))).toEqual([]);
    expect(repeated(defined)).toEqual([]);
    expect(repeated(attributes(styles, 'w:name', 'w:val'))).toEqual([]);
  });

  it('gives every bookmark, note and property a number and a name of its own', () => {
    const document = part('word/document.xml');
    const begun = attributes(document, 'w:bookmarkStart', 'w:id');

    expect(begun.length).toBeGreaterThan(5);
    expect(repeated(begun)).toEqual([]);
    expect(repeated(attributes(document, 'w:bookmarkStart', 'w:name'))).toEqual([]);
    expect(attributes(document, 'w:bookmarkEnd', 'w:id').toSorted()).toEqual(begun.toSorted());
    for (const kind of ['footnote', 'endnote']) {
      const notes = attributes(part(`word/${kind}s.xml`), `w:${kind}`, 'w:id');
      const marks = attributes(document, `w:${kind}Reference`, 'w:id');
      expect(repeated(notes)).toEqual([]);
      expect(marks.filter((mark) => !notes.includes(mark))).toEqual([]);
    }
    const custom = part('docProps/custom.xml');
    expect(repeated(attributes(custom, 'property', 'pid'))).toEqual([]);
    expect(attributes(custom, 'property', 'pid').every((id) => Number(id) >= 2)).toBe(true);
  });

  it('has a cell for every column of its grid in every row, and ends no cell without a paragraph', () => {
    const document = part('word/document.xml');
    for (const [table] of document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/gu)) {
      const columns = attributes(table, 'w:gridCol', 'w:w').length;
      for (const [row] of table.matchAll(/<w:tr\b[\s\S]*?<\/w:tr>/gu)) {
        const cells = [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([cell]) => cell);
        const spans = cells.map((cell) => Number(attributes(cell, 'w:gridSpan', 'w:val')[0] ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
        expect(cells.filter((cell) => !/(?:<\/w:p>|<w:p\/>)<\/w:tc>$/u.test(cell))).toEqual([]);
      }
    }
    // Word mends a table at the very end of a file by asking the reader.
    expect(document).not.toMatch(/<\/w:tbl>(?:<w:tbl>|<w:sectPr)/u);
  });

  it('tells odd pages from even ones, with a number on each', () => {
    const document = part('word/document.xml');

    expect(part('word/settings.xml')).toMatch(/<w:mirrorMargins\/>[\s\S]*<w:evenAndOddHeaders\/>/u);
    expect(attributes(document, 'w:footerReference', 'w:type').toSorted()).toEqual([
      'default',
      'even',
    ]);
    const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/u.test(name));
    expect(footers).toHaveLength(2);
    for (const [, footer] of footers) expect(footer).toContain('PAGE');
  });
});
