// 引文核对, tried hard: what was altered by one character is found, what was not is not accused.

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recheckFile } from '../../electron/export/recheckFile.ts';
import { renderHandout } from '../../electron/export/renderHandout.ts';
import { checkQuotes } from '../../shared/handout/checkQuote.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import { handoutText } from '../../shared/handout/handoutText.ts';
import { anchorOf, exampleSource, makeHandout } from '../support/handoutExample.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { tableCells } from '../support/tableCells.ts';

const QUOTATIONS = 200;
const MUTATED = 50;

// Every fifth quotation is a row of a table; the others are sentences with quotes, dashes and blanks.
const tableText = [
  '指标\t2020年\t2025年',
  ...Array.from(
    { length: QUOTATIONS / 5 },
    (_, index) => `第${String(index)}项\t${String(index * 7)}\t目标“${String(index)}”`,
  ),
].join('\n');
const sentences = Array.from(
  { length: (QUOTATIONS / 5) * 4 },
  (_, index) => `第${String(index)}句：“一区四高地”——  到2025年，达到${String(index * 3)}家……`,
);
const document = makeDocument({
  id: 'source',
  segments: [
    ...sentences.map((text) => ({ kind: 'paragraph' as const, text })),
    {
      kind: 'table' as const,
      text: tableText,
      detail: { columns: 3, headerRows: 1, cells: tableCells(tableText) },
    },
  ],
});
const quotes = [...sentences, ...tableText.split('\n').slice(1)];
const handout = makeHandout(
  quotes.map((quote) => ({
    kind: 'excerpt',
    anchor: anchorOf(document, quote),
    annotationId: null,
    editedQuote: null,
    withNote: false,
  })),
);
const model = composeHandout(handout, exampleSource([document]), 'members');
const textOf = (): string => document.text;

/** Which quotations are altered: a fourth of them, spread over sentences and rows. */
const altered = Array.from({ length: MUTATED }, (_, index) => index * (QUOTATIONS / MUTATED));

/** Another character in the place of the third one. */
function mutate(quote: string): string {
  return `${quote.slice(0, 2)}改${quote.slice(3)}`;
}

describe('200 quotations, 50 of them altered by one character', () => {
  it('are told apart in the handout itself', () => {
    const edited = {
      ...handout,
      items: handout.items.map((item, index) =>
        item.kind === 'excerpt' && altered.includes(index)
          ? { ...item, editedQuote: mutate(item.anchor.quote) }
          : item,
      ),
    };
    const checks = checkQuotes(edited, exampleSource([document]).findDocument);

    expect(checks.flatMap(({ status }, index) => (status === 'equal' ? [] : [index]))).toEqual(
      altered,
    );
  });

  it('are told apart when the source changed instead', () => {
    let text = document.text;
    for (const index of altered)
      text = text.replace(quotes[index] ?? '', mutate(quotes[index] ?? ''));
    const source = () => ({ text });
    const checks = checkQuotes(handout, source);

    expect(checks.flatMap(({ status }, index) => (status === 'equal' ? [] : [index]))).toEqual(
      altered,
    );
  });

  it.each(['docx', 'html'] as const)('are told apart in a %s edited since', async (format) => {
    const whole = await renderHandout(model, format);
    const bytes =
      format === 'html'
        ? Buffer.from(alterAll(Buffer.from(whole).toString()))
        : editDocx(whole, alterAll);
    const report = recheckFile(`x.${format}`, bytes, textOf);

    expect(report?.altered.map(({ number }) => number - 1)).toEqual(altered);
    expect(recheckFile(`x.${format}`, whole, textOf)).toMatchObject({ total: 200, equal: 200 });
  });

  it.each(['docx', 'html'] as const)(
    'hears words typed before or behind one in a %s',
    async (format) => {
      const whole = await renderHandout(model, format);
      const [first = ''] = quotes;
      for (const typed of [`><!-- -->又${first}<`, `>${first}又<`]) {
        const edit = (content: string): string =>
          content.replace(`>${first}<`, typed.replace('<!-- -->', ''));
        const bytes =
          format === 'html'
            ? Buffer.from(edit(Buffer.from(whole).toString()))
            : editDocx(whole, edit);
        expect(recheckFile(`x.${format}`, bytes, textOf)?.altered).toMatchObject([{ number: 1 }]);
      }
    },
  );
});

it.skipIf(!hasTool('soffice'))(
  'are told apart after another word processor has saved the file',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yandu-resaved-'));
    const resaved = join(folder, 'resaved');
    mkdirSync(resaved);
    writeFileSync(join(folder, 'x.docx'), editDocx(await renderHandout(model, 'docx'), alterAll));

    runTool('soffice', [
      ...[`-env:UserInstallation=file://${folder}/profile`, '--headless'],
      ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', resaved, join(folder, 'x.docx')],
    ]);

    const report = recheckFile('x.docx', readFileSync(join(resaved, 'x.docx')), textOf);
    expect(report?.total).toBe(QUOTATIONS);
    expect(report?.altered.map(({ number }) => number - 1)).toEqual(altered);
  },
);

it.each(['docx', 'html'] as const)(
  'finds the header of a table that is compared, with its label, in a %s',
  async (format) => {
    const rows = tableText.split('\n').slice(0, 2);
    const comparison = makeHandout([
      {
        kind: 'comparison',
        title: '',
        rows: rows.map((row, index) => ({
          label: `第${String(index)}栏`,
          anchor: anchorOf(document, row),
        })),
      },
    ]);
    const compared = composeHandout(comparison, exampleSource([document]), 'members');

    const bytes = await renderHandout(compared, format);

    expect(recheckFile(`x.${format}`, bytes, textOf)).toMatchObject({ total: 2, equal: 2 });
    expect(handoutText(compared)).toContain('第0栏\t指标');
  },
);

describe.each(['docx', 'html'] as const)(
  'a quotation of a %s that was edited on purpose',
  (format) => {
    const [sentence = ''] = sentences;
    const edited = sentence.replace('达到', '超过');
    const rendered = () =>
      renderHandout(
        composeHandout(
          makeHandout([
            {
              kind: 'excerpt',
              anchor: anchorOf(document, sentence),
              annotationId: null,
              editedQuote: edited,
              withNote: false,
            },
          ]),
          exampleSource([document]),
          'members',
        ),
        format,
      );

    it('is found altered, and reads as it was edited', async () => {
      expect(recheckFile(`x.${format}`, await rendered(), textOf)).toMatchObject({
        equal: 0,
        altered: [{ source: sentence, found: edited }],
      });
    });

    it('is not found equal when the briefing no longer holds its document', async () => {
      expect(recheckFile(`x.${format}`, await rendered(), () => null)).toMatchObject({
        equal: 0,
        altered: [{ source: null, found: edited }],
      });
    });
  },
);

it('hears any one character put in, taken out or changed', async () => {
  const whole = Buffer.from(await renderHandout(model, 'html')).toString();
  const character = fc.constantFrom('改', ' ', '　', '”', '1', '\u200b', '。');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: sentences.length - 1 }),
      fc.nat(),
      fc.constantFrom('put', 'take', 'change'),
      character,
      (index, place, act, sign) => {
        const quote = sentences[index] ?? '';
        const at = place % quote.length;
        const changed =
          quote.slice(0, at) +
          (act === 'take' ? '' : sign) +
          quote.slice(act === 'put' ? at : at + 1);
        fc.pre(changed !== quote);
        const bytes = Buffer.from(whole.replace(`>${quote}<`, `>${changed}<`));
        expect(recheckFile('x.html', bytes, textOf)?.altered).toMatchObject([
          { number: index + 1 },
        ]);
      },
    ),
    { numRuns: 60 },
  );
});

/** Every quotation that is to be altered, wherever its text stands in the markup of a file. */
function alterAll(content: string): string {
  let edited = content;
  for (const index of altered) {
    // A cell of its own for each part of a row: the first cell is altered there.
    const first = (quotes[index] ?? '').split('\t')[0] ?? '';
    const written = `>${first}<`;
    expect(edited.split(written)).toHaveLength(2);
    edited = edited.replace(written, `>${mutate(first)}<`);
  }
  return edited;
}

/** The file as a word processor would save it with other words in its text. */
function editDocx(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(new Uint8Array(bytes));
  const name = 'word/document.xml';
  const part = parts[name];
  if (part === undefined) throw new Error('no document');
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(part))) });
}
