import { describe, expect, it } from 'vitest';
import { accountFor } from '../../../../build/pack/text/accountFor.ts';
import { cut } from '../../../../build/pack/text/cut.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';
import {
  concat,
  fromSource,
  made,
  slice,
  sourceRange,
  trim,
} from '../../../../build/pack/text/mappedText.ts';
import { settleSpace } from '../../../../build/pack/text/settleSpace.ts';

const source = '  园区[bookmark: a]发展\n基础 2022 年';

describe('a mapped text', () => {
  it('knows the source unit of each of its units through slices and joins', () => {
    const joined = concat([fromSource(source, 2, 4), made('\t'), fromSource(source, 17, 19)]);

    expect(joined).toEqual({
      text: '园区\t发展',
      origins: [
        { start: 0, length: 2, source: 2 },
        { start: 3, length: 2, source: 17 },
      ],
    });
    expect(slice(joined, 1, 4)).toEqual({
      text: '区\t发',
      origins: [
        { start: 0, length: 1, source: 3 },
        { start: 2, length: 1, source: 17 },
      ],
    });
  });

  it('has one origin where its pieces continue each other', () => {
    expect(concat([fromSource(source, 2, 3), fromSource(source, 3, 4)]).origins).toHaveLength(1);
  });

  it('loses white space at its ends alone when trimmed', () => {
    expect(trim(fromSource(source, 0, 4))).toEqual(fromSource(source, 2, 4));
    expect(trim(fromSource('   ', 0, 3)).text).toBe('');
  });

  it('tells its range of the source, and none where all of it was made', () => {
    expect(sourceRange(fromSource(source, 2, 9))).toEqual({ start: 2, end: 9 });
    expect(sourceRange(made(' '))).toBeNull();
  });
});

describe('cutting', () => {
  it('takes every match out and says why', () => {
    const ledger = openLedger();

    expect(cut(fromSource(source, 2, 19), /\[[^\]]*\]/gu, 'bookmark', ledger).text).toBe(
      '园区发展',
    );
    expect(ledger.list()).toEqual([{ start: 4, end: 17, reason: 'bookmark' }]);
  });
});

describe('white space', () => {
  it.each([
    ['2022 年第 1 期', '2022年第1期'],
    ['PCT  国际专利 申请', 'PCT国际专利 申请'],
    ['World   Expo 2010', 'World Expo 2010'],
    ['序 言', '序言'],
    ['指    标', '指标'],
    ['第一章 总 则', '第一章 总则'],
    ['第二十一章  建设数字引领的智慧园区', '第二十一章 建设数字引领的智慧园区'],
    ['第四节 “十四五”时期发展目标', '第四节 “十四五”时期发展目标'],
    ['第4节 健全基本公共服务体制', '第4节 健全基本公共服务体制'],
    ['第十七条之一　已满七十五周岁的人', '第十七条之一　已满七十五周岁的人'],
    ['图1 园区城市空间布局', '图1 园区城市空间布局'],
    ['（园区新闻中心  供稿）', '（园区新闻中心 供稿）'],
    ['， 推动', '，推动'],
    ['\t84 ', '84'],
    ['新修订的 𠮷田 章程', '新修订的 𠮷田 章程'],
    ['由 𠮷 田 主编', '由 𠮷 田 主编'],
    ['𠮷 1 号', '𠮷1号'],
    ['葛\u{e0100} 城的 工程', '葛\u{e0100} 城的 工程'],
    ['cafe\u0301 noir', 'cafe\u0301 noir'],
  ])('of %j is shown as %j', (printed, shown) => {
    expect(settleSpace(fromSource(printed, 0, printed.length)).text).toBe(shown);
  });
});

describe('the account of a source', () => {
  const whole = fromSource('甲 乙\n丙', 0, 5);

  it('gives white space that nobody kept a reason', () => {
    const kept = concat([slice(whole, 0, 1), slice(whole, 2, 3), slice(whole, 4, 5)]);

    expect(accountFor('甲 乙\n丙', [kept], [])).toEqual({
      ok: true,
      removals: [
        { start: 1, end: 2, reason: 'padding' },
        { start: 3, end: 4, reason: 'line_break' },
      ],
    });
  });

  it.each([
    ['lost', [slice(whole, 0, 3)], [], 'line 2: "丙" is lost'],
    ['kept twice', [whole, slice(whole, 2, 3)], [], 'line 1: "乙\\n丙" stands twice'],
    [
      'kept and removed',
      [whole],
      [{ start: 4, end: 5, reason: 'rule' as const }],
      'line 2: "丙" is kept and removed',
    ],
    ['altered', [{ ...whole, text: '甲 乙\n丁' }], [], 'line 2: "丙" was altered'],
  ])('finds a character that was %s', (_how, documents, removals, detail) => {
    expect(accountFor('甲 乙\n丙', documents, removals)).toEqual({ ok: false, detail });
  });
});
