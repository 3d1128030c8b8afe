import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../../electron/search/runInSlices.ts';
import type { VocabularyWord } from '../../../../shared/search/matchPinyin.ts';
import {
  dropPieces,
  fitPinyin,
  rankPinyin,
  readAsPinyin,
} from '../../../../shared/search/matchPinyin.ts';

function known(word: string, pinyin: string, count = 1): VocabularyWord {
  return { word, characters: [...word], syllables: pinyin.split(' '), count };
}

const company = known('高新技术企业', 'gao xin ji shu qi ye', 23);
const park = known('苏州工业园区', 'su zhou gong ye yuan qu', 39);

function fit(typed: string, word: VocabularyWord, isFuzzy = false) {
  const query = readAsPinyin(typed);
  return query === null ? 'no pinyin' : fitPinyin(query, word, isFuzzy);
}

function rank(typed: string, words: readonly VocabularyWord[], isFuzzy: boolean) {
  const query = readAsPinyin(typed);
  return query === null ? [] : runAtOnce(rankPinyin(query, words, isFuzzy));
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
    const xian = known('西安', 'xi an');
    const first = known('先', 'xian');

    expect(fit('xian', xian)).toBe('whole');
    expect(fit('xi an', xian)).toBe('whole');
    expect(fit('xian', first)).toBe('whole');
    expect(fit('xi an', first)).toBeNull();
  });

  it('takes ü and v for each other, but not u', () => {
    const green = known('绿色', 'lv se');

    expect(fit('lvse', green)).toBe('whole');
    expect(fit('lüse', green)).toBe('whole');
    expect(fit('luse', green)).toBeNull();
  });

  it('does not take zh for z', () => {
    expect(fit('zongyao', known('重要', 'zhong yao'))).toBeNull();
  });

  it.each(['创新', 'PM2.5', 'R&D', 'a', '2025', ''])('%s is no pinyin', (typed) => {
    expect(readAsPinyin(typed)).toBeNull();
  });

  it('puts what is wholly typed first, then what is frequent', () => {
    const words = [
      known('高新区', 'gao xin qu', 99),
      known('关系', 'guan xi', 3),
      known('高新', 'gao xin', 7),
    ];

    expect(rank('gx', words, false).map(({ word }) => word)).toEqual(['高新', '关系', '高新区']);
  });
});

describe('fuzzy pinyin', () => {
  it.each([
    ['zongyao', known('重要', 'zhong yao')],
    ['zhongze', known('总则', 'zong ze')],
    ['cuangxin', known('创新', 'chuang xin')],
    ['chuanxin', known('创新', 'chuang xin')],
    ['sanghai', known('上海', 'shang hai')],
    ['sanhai', known('上海', 'shang hai')],
    ['shiling', known('司令', 'si ling')],
    ['lengyuan', known('能源', 'neng yuan')],
    ['nenyuan', known('能源', 'neng yuan')],
    ['lanjing', known('南京', 'nan jing')],
    ['rencai', known('仍在', 'reng cai')],
    ['jinji', known('经济', 'jing ji')],
    ['luse', known('绿色', 'lv se')],
    ['nue', known('虐', 'nve')],
    ['lvzhou', known('陆洲', 'lu zhou')],
    ['jvzhu', known('居住', 'ju zhu')],
    ['szgy', known('苏州工业', 'su zhou gong ye')],
    ['shzgy', known('苏州工业', 'su zhou gong ye')],
  ])('%s is %o', (typed, word) => {
    expect(fit(typed, word, true)).toBe('whole');
  });

  it.each([
    ['gaoxin', known('交心', 'jiao xin')],
    ['zongguo', known('东郭', 'dong guo')],
    ['tong', known('屯', 'tun')],
    ['fuzhou', known('湖州', 'hu zhou')],
    ['luo', known('绿', 'lv')],
  ])('%s is not %o', (typed, word) => {
    expect(fit(typed, word, true)).toBeNull();
  });

  it('is off unless asked for', () => {
    expect(fit('luse', known('绿色', 'lv se'))).toBeNull();
    expect(fit('jinji', known('经济', 'jing ji'))).toBeNull();
  });

  it('comes after what was typed exactly, and is told from it', () => {
    const words = [known('经济', 'jing ji', 99), known('金鸡湖', 'jin ji hu', 2)];

    expect(rank('jinji', words, true)).toEqual([
      { word: '金鸡湖', count: 2, isFuzzy: false },
      { word: '经济', count: 99, isFuzzy: true },
    ]);
    expect(rank('jinji', words, false)).toEqual([{ word: '金鸡湖', count: 2, isFuzzy: false }]);
  });
});

describe('words that letters can stand for', () => {
  it('leave out a piece that only stands inside another of them', () => {
    const readings = [
      { word: '知识产权', count: 20, isFuzzy: false },
      { word: '知识产权质', count: 3, isFuzzy: false },
      { word: '知识产权质押', count: 3, isFuzzy: false },
    ];

    expect(dropPieces(readings).map(({ word }) => word)).toEqual(['知识产权', '知识产权质押']);
  });
});
