import { describe, expect, it } from 'vitest';
import { sentenceAt } from '../../../../shared/text/sentenceAt.ts';

const text = '前一段。\n坚持开放。他说：“要先行先试！”各地落实；到2025年，达3.5亿元\n后一段。';
const range = { start: 5, end: text.indexOf('\n后') };

function sentence(word: string): string {
  const { start, end } = sentenceAt(text, range, text.indexOf(word));
  return text.slice(start, end);
}

describe('the sentence at a place', () => {
  it.each([
    ['the first of a paragraph', '坚持', '坚持开放。'],
    ['with its closing quotation mark', '先行', '他说：“要先行先试！”'],
    ['a clause before a semicolon', '各地', '各地落实；'],
    ['without an end, past a decimal point', '2025', '到2025年，达3.5亿元'],
  ])('%s', (_case, word, wanted) => {
    expect(sentence(word)).toBe(wanted);
  });

  it('is the last one at the end of the paragraph', () => {
    const one = '一句。两句。';

    expect(sentenceAt(one, { start: 0, end: 6 }, 6)).toEqual({ start: 3, end: 6 });
  });

  it('is a cell of a table', () => {
    const table = '指标\t单位\n产值\t亿元';

    const { start, end } = sentenceAt(table, { start: 0, end: table.length }, 4);

    expect(table.slice(start, end)).toBe('单位');
  });
});
