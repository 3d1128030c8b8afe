// Exported files as other programs read them: pandoc, xmllint, unzip, LibreOffice, poppler.

import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { recheckFile } from '../../electron/export/recheckFile.ts';
import { renderHandout } from '../../electron/export/renderHandout.ts';
import type { ExportFormat } from '../../shared/domain/handout.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { plainCharacters } from '../../shared/text/plainCharacters.ts';
import {
  anchorOf,
  exampleDocuments,
  exampleHandout,
  exampleSource,
  indicatorTable,
  makeHandout,
  planSentence,
  privateWords,
} from '../support/handoutExample.ts';
import { hardText, longText } from '../support/hardText.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { officialPageFaults } from '../support/officialPages.ts';

type FileFormat = Exclude<ExportFormat, 'pdf'>;

const folder = mkdtempSync(join(tmpdir(), 'yandu-files-'));
const formats: readonly FileFormat[] = ['docx', 'html', 'md', 'txt'];

async function write(name: string, model: HandoutModel, format: FileFormat): Promise<string> {
  const path = join(folder, `${name}.${format}`);
  writeFileSync(path, await renderHandout(model, format));
  return path;
}

function example(copy: 'facilitator' | 'members', head = {}): HandoutModel {
  return composeHandout(exampleHandout(head), exampleSource(), copy);
}

/** Every part of a Word file as one text: what a search of its bytes would see. */
function wholeText(path: string): string {
  return path.endsWith('.docx') ? runTool('unzip', ['-p', path]) : readFileSync(path, 'utf8');
}

describe.skipIf(!hasTool('unzip') || !hasTool('xmllint'))('a Word file', () => {
  let path: string;
  beforeAll(async () => {
    path = await write('parts', example('facilitator', { citationStyle: 'footnote' }), 'docx');
  });

  it('is well-formed in every part and points at nothing outside itself', () => {
    const names = runTool('unzip', ['-Z1', path]).trim().split('\n');
    for (const name of names) {
      const part = join(folder, 'part.xml');
      writeFileSync(part, runTool('unzip', ['-p', path, name.replaceAll('[', '\\[')]));
      runTool('xmllint', ['--noout', part]);
    }

    expect(names).toContain('word/footnotes.xml');
    expect(runTool('unzip', ['-p', path, '*.rels'])).not.toMatch(
      /TargetMode|https?:\/\/(?!schemas\.)/u,
    );
  });

  it('uses a style of its own for each kind of block', () => {
    const document = runTool('unzip', ['-p', path, 'word/document.xml']);
    const styles = runTool('unzip', ['-p', path, 'word/styles.xml']);
    const used = new Set(
      [...document.matchAll(/<w:pStyle w:val="([^"]+)"/gu)].map((hit) => hit[1]),
    );

    for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'Question', 'TableText']) {
      expect(used).toContain(style);
    }
    for (const style of used) expect(styles).toContain(`w:styleId="${String(style)}"`);
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('<w:tblHeader/>');
  });
});

it.each(['footnote', 'endnote', 'inline'] as const)(
  'names the Chinese typeface on every run of a Word file with citations as %s',
  async (citationStyle) => {
    const bytes = await renderHandout(example('facilitator', { citationStyle }), 'docx');
    const parts = Object.entries(unzipSync(new Uint8Array(bytes))).filter(([name]) =>
      /^word\/(?:document|footer\d+|footnotes|endnotes)\.xml$/u.test(name),
    );
    const runs = parts
      .flatMap(([, part]) => [...strFromU8(part).matchAll(/<w:r>.*?<\/w:r>/gsu)])
      .map(([run]) => run)
      // Word's own rules above the notes hold no text.
      .filter(
        (run) => !/<w:(?:separator|continuationSeparator|footnoteRef|endnoteRef)\/>/u.test(run),
      );

    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(runs.length).toBeGreaterThan(40);
    expect(
      runs.filter(
        (run) => !/<w:rFonts\b(?=[^>]*w:eastAsia="[^"]+")(?=[^>]*w:hint="eastAsia")/u.test(run),
      ),
    ).toEqual([]);
    expect(runs.some((run) => run.includes('“'))).toBe(true);
    expect(runs.some((run) => run.includes('— '))).toBe(true);
  },
);

describe.skipIf(!hasTool('pandoc'))('read by pandoc', () => {
  it('has the outline, the quotations and the footnotes in a Word file', async () => {
    const path = await write('outline', example('members', { citationStyle: 'footnote' }), 'docx');

    const read = runTool('pandoc', ['-f', 'docx', '-t', 'markdown-smart', '--wrap=none', path]);

    expect(read).toContain('# 一、学习重点');
    expect(read).toContain('## （一）平台建设');
    expect(read).toContain(`> ${planSentence}[^1]`);
    expect(read).toMatch(/\[\^2\]: .*（征求意见稿）/u);
  });

  it('has endnotes where they are asked for', async () => {
    const path = await write('endnotes', example('members', { citationStyle: 'endnote' }), 'docx');

    expect(runTool('unzip', ['-p', path, 'word/document.xml'])).toContain(
      '<w:endnoteReference w:id="1"/>',
    );
    expect(runTool('pandoc', ['-f', 'docx', '-t', 'markdown', path])).toContain('[^1]:');
  });

  it.each(formats.filter((format) => format !== 'txt'))(
    'sets the bold and the list of a note in %s as bold and as a list',
    async (format) => {
      const path = await write('note', example('members'), format);
      const from = format === 'md' ? 'gfm' : format;

      const read = runTool('pandoc', ['-f', from, '-t', 'html', '--wrap=none', path]);

      expect(read).toContain('累计孵化企业 <strong>81 家</strong>，可作例证：');
      expect(read.replaceAll(/<\/?p\b[^>]*>|\n/gu, '')).toContain(
        '<li><strong>“孵化”</strong>的口径</li><li>统计的年份</li>',
      );
    },
  );

  it.each(formats.filter((format) => format !== 'txt'))('keeps hard text in %s', async (format) => {
    const texts = Object.values(hardText);
    const document = makeDocument({
      id: 'hard',
      segments: texts.map((text) => ({ kind: 'paragraph', text })),
    });
    const handout = makeHandout(
      texts.map((text) => ({
        kind: 'excerpt',
        anchor: anchorOf(document, text),
        annotationId: null,
        editedQuote: null,
        withNote: false,
      })),
    );
    const model = composeHandout(handout, exampleSource([document]), 'members');
    const path = await write('hard', model, format);
    const reader = { docx: 'docx', html: 'html', md: 'gfm' }[format];

    const read = runTool('pandoc', ['-f', reader, '-t', 'plain', '--wrap=none', path]);

    for (const text of texts) expect(read).toContain(plainCharacters(text));
  });
});

describe.skipIf(!hasTool('pandoc'))('a table of the source', () => {
  it.each(['docx', 'html', 'md'] as const)('is a table with its header in %s', async (format) => {
    const path = await write('table', example('members'), format);
    const reader = { docx: 'docx', html: 'html', md: 'gfm' }[format];
    const html = runTool('pandoc', ['-f', reader, '-t', 'html', '--wrap=none', path]);
    const tables = html.match(/<table[\s\S]*?<\/table>/gu) ?? [];
    const excerpt = tables.filter((table) => table.includes('上市公司'));

    expect(excerpt).toHaveLength(1);
    expect(excerpt[0]).toMatch(/<th[^>]*>(?:<p>)?(?:<span[^>]*>)*2025年/u);
    for (const row of indicatorTable.split('\n')) {
      for (const cell of row.split('\t')) expect(excerpt[0]).toContain(cell);
    }
  });

  it('keeps its tabs and lines in plain text', async () => {
    expect(wholeText(await write('table', example('members'), 'txt'))).toContain(
      indicatorTable.replaceAll('\n', '\r\n'),
    );
  });
});

it.each(formats)('keeps 200,000 characters in %s', async (format) => {
  const document = makeDocument({ id: 'long', segments: [{ kind: 'paragraph', text: longText }] });
  const item = { kind: 'excerpt', anchor: anchorOf(document, longText), annotationId: null };
  const handout = makeHandout([{ ...item, editedQuote: null, withNote: false }]);
  const model = composeHandout(handout, exampleSource([document]), 'members');

  expect(wholeText(await write('long', model, format))).toContain(longText);
});

it.each(formats)('hides everything private from every byte of the members’ %s', async (format) => {
  const members = wholeText(await write('members', example('members'), format));
  const facilitator = wholeText(await write('facilitator', example('facilitator'), format));

  for (const words of privateWords) {
    expect(facilitator).toContain(words);
    expect(members).not.toContain(words);
  }
});

describe('checking an exported file again', () => {
  const text = (id: string): string | null =>
    exampleDocuments.find((one) => one.document.id === id)?.text ?? null;

  it.each(['docx', 'html'] as const)('finds every quotation of a %s equal', async (format) => {
    const bytes = await renderHandout(example('members'), format);

    expect(recheckFile(`x.${format}`, bytes, text)).toMatchObject({ total: 6, equal: 6 });
  });

  it.each(['docx', 'html'] as const)('names the one that was altered in a %s', async (format) => {
    const bytes = await renderHandout(example('members'), format);
    const later = (id: string): string | null => text(id)?.replace('传播者', '传播员') ?? null;

    expect(recheckFile(`x.${format}`, bytes, later)).toMatchObject({
      total: 6,
      equal: 5,
      altered: [{ number: 1, found: planSentence, source: planSentence.replace('者”。', '员”。') }],
    });
  });

  it('says that it cannot read another file', () => {
    expect(recheckFile('x.docx', Buffer.from('no zip'), text)).toBeNull();
  });
});

/** As LibreOffice prints a Word file. */
function toPdf(path: string): string {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  runTool('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path]);
  return path.replace('.docx', '.pdf');
}

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('opened by LibreOffice', () => {
  const sentence = '加快构建新发展格局是推动高质量发展的战略基点要求着力打造产业科技创新中心';

  it.each(['footnote', 'endnote'] as const)(
    'parts no mark of a %s from its sentence, and loses no full stop',
    async (citationStyle) => {
      // Sentences of every length of a line, so that one ends at each of its places.
      const sentences = Array.from(
        { length: 30 },
        (_, index) => `${sentence.repeat(2).slice(0, 30 + index)}，${sentence.slice(0, 8)}。`,
      ).map((text, index) => `第${String(index + 10)}句${text}`);
      const document = makeDocument({
        id: 'marks',
        segments: sentences.map((text) => ({ kind: 'paragraph', text })),
      });
      const handout = makeHandout(
        sentences.map((text) => ({
          kind: 'excerpt',
          anchor: anchorOf(document, text),
          annotationId: null,
          editedQuote: null,
          withNote: false,
        })),
        { citationStyle },
      );
      const model = composeHandout(handout, exampleSource([document]), 'members');
      const pdf = toPdf(await write(citationStyle, model, 'docx'));

      const lines = runTool('pdftotext', ['-layout', pdf, '-']).replaceAll(/ /gu, '').split('\n');
      const marked = lines.filter((line) => /.。[0-9ivx]+$/u.test(line));
      expect(marked).toHaveLength(sentences.length);
    },
  );

  it('leaves no citation with one or two characters on its last line', async () => {
    // Titles of every length from one line to three, so that a citation ends at every place of a line.
    const documents = Array.from({ length: 54 }, (_, index) =>
      makeDocument({
        id: `d${String(index)}`,
        title: sentence.repeat(2).slice(0, 12 + index),
        segments: [{ kind: 'paragraph', text: '加快建设。' }],
      }),
    );
    const handout = makeHandout(
      documents.map((document) => ({
        kind: 'excerpt',
        anchor: anchorOf(document, '加快建设。'),
        annotationId: null,
        editedQuote: null,
        withNote: false,
      })),
    );
    const model = composeHandout(handout, exampleSource(documents), 'members');
    const pdf = toPdf(await write('citations', model, 'docx'));

    const text = runTool('pdftotext', ['-layout', pdf, '-']).replaceAll(/ /gu, '');
    const citations = text.match(/——《[^》]*》\n?第\n?1\n?段/gu) ?? [];
    expect(citations).toHaveLength(documents.length);
    const lastLines = citations.map((citation) => citation.split('\n').at(-1) ?? '');
    expect(lastLines.filter((line) => line.length < 4)).toEqual([]);
  });

  it('sets 22 lines of 28 characters a page with numbers right and left', async () => {
    const handout = makeHandout([{ kind: 'note', text: sentence.repeat(60), isPrivate: false }]);
    const model = composeHandout(handout, exampleSource(), 'members');
    const pdf = toPdf(await write('pages', model, 'docx'));

    expect(runTool('pdfinfo', [pdf])).toMatch(/Page size: +595\.3\d* x 841\.8\d* pts \(A4\)/u);
    // Measured: 37.6, 28.1 and 28.7, 224.4 mm. Word sets half the leading above a line, LibreOffice more;
    // the standard's own millimetre holds for both.
    expect(officialPageFaults(pdf, 2, join(folder, 'page'))).toEqual([]);
  });
});
