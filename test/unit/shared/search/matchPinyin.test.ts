import { describe, expect, it } from 'vitest';
import { fitPinyin, rankPinyin, readAsPinyin } from '../../../../shared/search/matchPinyin.ts';

const company = { word: '高新技术企业', pinyin: 'gao xin ji shu qi ye', count: 23 };
const park = { word: '苏州工业园区', pinyin: 'su zhou gong ye yuan qu', count: 39 };

function fit(typed: string, word: { word: string; pinyin: string; count: number }) {
  const query = readAsPinyin(typed);
  return query === null ? 'no pinyin' : fitPinyin(query, word);
}

describe('pinyin', () => {
  it.each([
    'gaoxinjishuqiye',
    'gao xin ji shu qi ye',
    'gaoxin jishu qiye',
    'GaoXinJiShuQiYe',
    'gxjsqy',
    'gxjshqy',
    'gaoxjsqy',
    '高xin技术qiye',
    '高新技术qy',
    "gao'xin'ji'shu'qi'ye",
  ])('%s is 高新技术企业', (typed) => {
    expect(fit(typed, company)).toBe('whole');
  });

  it.each(['gao', 'gaox', 'gaoxinjis', 'gxjs', '高xi'])('%s begins 高新技术企业', (typed) => {
    expect(fit(typed, company)).toBe('beginning');
  });

  it.each(['suzhou gongye yuanqu', 'szgyyq', 'szhgyyq', 'suzhougongyeyq'])(
    '%s is 苏州工业园区',
    (typed) => {
      expect(fit(typed, park)).toBe('whole');
    },
  );

  it.each(['gaoxing', 'qiye', 'xin', 'ga oxin', 'gxjsqyy'])('%s is not 高新技术企业', (typed) => {
    expect(fit(typed, company)).toBeNull();
  });

  it('takes a blank for a border between characters', () => {
    const xian = { word: '西安', pinyin: 'xi an', count: 1 };
    const first = { word: '先', pinyin: 'xian', count: 1 };

    expect(fit('xian', xian)).toBe('whole');
    expect(fit('xi an', xian)).toBe('whole');
    expect(fit('xian', first)).toBe('whole');
    expect(fit('xi an', first)).toBeNull();
  });

  it('takes ü and v for each other, but not u', () => {
    const green = { word: '绿色', pinyin: 'lv se', count: 1 };

    expect(fit('lvse', green)).toBe('whole');
    expect(fit('lüse', green)).toBe('whole');
    expect(fit('luse', green)).toBeNull();
  });

  it('does not take zh for z', () => {
    expect(fit('zongyao', { word: '重要', pinyin: 'zhong yao', count: 1 })).toBeNull();
  });

  it.each(['创新', 'PM2.5', 'R&D', 'a', '2025', ''])('%s is no pinyin', (typed) => {
    expect(readAsPinyin(typed)).toBeNull();
  });

  it('puts what is wholly typed first, then what is frequent', () => {
    const query = readAsPinyin('gx');
    const words = [
      { word: '高新区', pinyin: 'gao xin qu', count: 99 },
      { word: '关系', pinyin: 'guan xi', count: 3 },
      { word: '高新', pinyin: 'gao xin', count: 7 },
    ];

    expect(query && rankPinyin(query, words).map(({ word }) => word)).toEqual([
      '高新',
      '关系',
      '高新区',
    ]);
  });
});
