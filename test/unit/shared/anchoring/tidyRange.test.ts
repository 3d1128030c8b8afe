import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyRange } from '../../../../shared/anchoring/tidyRange.ts';

describe('tidying a selected range', () => {
  it.each([
    ['drops the line feed a triple click takes along', '第一段。\n第二段。', 0, 5, '第一段。'],
    ['drops the indent', '　　第一段。', 0, 6, '第一段。'],
    ['drops the separators of table cells', '指标\t单位\n产值\t亿元', 2, 6, '单位'],
    ['widens to a whole surrogate pair', '上𠮷下', 2, 4, '𠮷下'],
    ['widens to a whole family of joined emoji', '一👨‍👩‍👧二', 3, 5, '👨‍👩‍👧'],
    ['keeps one character', '好', 0, 1, '好'],
  ])('%s', (_case, text, start, end, wanted) => {
    const range = tidyRange(text, { start, end });

    expect(range && text.slice(range.start, range.end)).toBe(wanted);
  });

  it.each([
    ['nothing', '文', 0, 0],
    ['blanks alone', '一 \n\t二', 1, 4],
    ['an end behind the text', '文', 0, 2],
  ])('refuses %s', (_case, text, start, end) => {
    expect(tidyRange(text, { start, end })).toBeNull();
  });

  it('gives the same range again for a tidy range', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (value, a, b) => {
        const range = tidyRange(value, { start: Math.min(a, b), end: Math.max(a, b) });
        if (range === null) return;

        expect(tidyRange(value, range)).toEqual(range);
      }),
    );
  });
});
