import { expect, it } from 'vitest';
import { chineseNumeral } from '../../../../shared/handout/chineseNumeral.ts';

it.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1010, '一千零一十'],
  [2005, '二千零五'],
])('writes %i as %s', (value, written) => {
  expect(chineseNumeral(value)).toBe(written);
});

it('refuses what no heading is numbered with', () => {
  expect(() => chineseNumeral(0)).toThrow(RangeError);
});
