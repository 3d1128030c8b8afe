import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKey } from '../../../../shared/search/fold.ts';

const cases: readonly (readonly [text: string, key: string])[] = [
  ['Ｂｉｏ ＢＡＹ', 'bio-bay'],
  ['ＢｉｏＢＡＹ', 'biobay'],
  ['ＰＭ２．５', 'pm2.5'],
  ['產業創新集群', '产业创新集群'],
  ['二○三五 年', '二三五年'],
  ['二〇三五 年', '二〇三五年'],
  ['“十四五”规划', '十四五规划'],
  ['‘十四五’ 规 划', '十四五规划'],
  ['“1+8+X”', '1+8+x'],
  ['R&D经费', 'r&d经费'],
  ['5G+工业互联网', '5g+工业互联网'],
  ['大数据+铁路', '大数据铁路'],
  ['C++、C', 'c++-c'],
  ['70%以上', '70%以上'],
  ['4,500 家', '4500家'],
  ['2、4', '2-4'],
  ['2021—2025年', '2021-2025年'],
  ['2021~2025年', '2021-2025年'],
  ['33微克/立方米', '33微克立方米'],
  ['km/h', 'km/h'],
  ['14.5亿元', '14.5亿元'],
  ['①加强', '1加强'],
  ['面积㎡', '面积m2'],
  ['中\u00ad国\u200b人', '中国人'],
  ['\ud800中', '中'],
  ['😀', ''],
  ['', ''],
];

describe('folding', () => {
  it.each(cases)('%j is compared as %j', (text, key) => {
    expect(foldKey(text)).toBe(key);
  });

  it('does not take C++ for C, nor 2、4 for 24', () => {
    expect(foldKey('C语言')).not.toContain(foldKey('C++'));
    expect(foldKey('2、4')).not.toContain(foldKey('24'));
  });

  it('leads back to the glyphs that were folded', () => {
    const text = '突破４，５００家“高新”企業';

    const { key, starts, ends } = fold(text);
    const at = key.indexOf('高新企业');

    expect(text.slice(starts[at], ends[at + 3])).toBe('高新”企業');
  });

  it('folds a part of a text to a part of the folded text', () => {
    const alphabet = fc.constantFrom(
      ...Array.from('中国产業二〇15a bC+&.%/-—、，,。“”"\n\t①㎡é'),
      '\u0301',
      '\u00ad',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 30 }),
        fc.nat(30),
        fc.nat(12),
        (characters, from, length) => {
          const whole = characters.join('');
          const part = characters.slice(from, from + length).join('');
          expect(foldKey(whole)).toContain(foldKey(part));
        },
      ),
      { numRuns: 3_000 },
    );
  }, 30_000);

  it('takes any string, torn surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { key, starts } = fold(text);
        expect(starts).toHaveLength(key.length);
      }),
    );
  }, 30_000);
});
