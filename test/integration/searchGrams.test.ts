import FlexSearch from 'flexsearch';
import { describe, expect, it } from 'vitest';
import { createGramIndex, planGrams } from '../../electron/search/createGramIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { foldKey } from '../../shared/search/fold.ts';
import { GRAM_SEPARATOR, listIndexGrams } from '../../shared/search/grams.ts';
import { flexSearchOptions } from '../../shared/search/indexFormat.ts';
import { createTextPack } from '../support/textPack.ts';

const texts = [
  '群体关爱关注',
  '社会各界的保障',
  '社会保障',
  '人人为我，我为人人',
  '国家高新技术企业 4500 家',
  '進口與出口',
];
const pack = createTextPack([{ title: '测试', segments: texts.map((text) => ({ text })) }]);

describe('the contract with FlexSearch', () => {
  it('builds with add() the very lists that the pack stores', () => {
    const index = new FlexSearch.Index({
      ...flexSearchOptions,
      encode: (grams: string) => grams.split(GRAM_SEPARATOR),
    });
    texts.forEach((text, number) => {
      index.add(number, listIndexGrams(foldKey(text)).join(GRAM_SEPARATOR));
    });
    const map: unknown = Reflect.get(index, 'map');
    const grams = createGramIndex(pack);

    expect(map).toBeInstanceOf(Map);
    const built = map instanceof Map ? [...map.entries()] : [];
    expect(built.length).toBeGreaterThan(40);
    for (const [gram, lists] of built) {
      expect([grams.postings(String(gram)).segments]).toEqual(lists);
    }
    expect(pack.prepare('SELECT count(*) FROM gram').pluck().get()).toBe(built.length);
  });

  it('searches over lists that it did not build, through index.map', () => {
    const grams = createGramIndex(pack);
    const propose = (words: readonly (readonly string[])[]) => runAtOnce(grams.propose(words));

    expect(propose([['社会', '会保', '保障']])).toEqual([2]);
    expect(propose([['关爱', '爱关']])).toEqual([0]);
    expect(propose([['进口'], ['出口']])).toEqual([5]);
    expect(propose([['没有']])).toEqual([]);
  });

  it('gives more than 100 answers', () => {
    const many = createTextPack([
      { title: '多', segments: Array.from({ length: 300 }, () => ({ text: '园区人才' })) },
    ]);

    expect(runAtOnce(createGramIndex(many).propose([['园区', '区人', '人才']]))).toHaveLength(300);
  });

  it('intersects long lists stretch by stretch, without losing or doubling any', () => {
    const length = 40_000;
    const long = createTextPack([
      {
        title: '长',
        segments: Array.from({ length }, (_, index) => ({
          text: `${index % 2 === 0 ? '园区' : '院区'}${index % 3 === 0 ? '人才' : '人材'}`,
        })),
      },
    ]);
    const expected = Array.from({ length }, (_, index) => index).filter((index) => index % 6 === 0);
    const proposing = createGramIndex(long).propose([['园区'], ['人才']]);
    let steps = 0;
    let step = proposing.next();
    for (; step.done !== true; step = proposing.next()) steps += 1;

    expect(step.value).toEqual(expected);
    expect(steps).toBeGreaterThan(3);
  });

  it('counts occurrences, also of a pair that overlaps itself', () => {
    const grams = createGramIndex(pack);

    expect(grams.postings('人')).toEqual({ segments: [3], counts: [4] });
    expect(grams.postings('人人')).toEqual({ segments: [3], counts: [2] });
  });
});

describe('the planner', () => {
  const counts = new Map([
    ['甲乙', 1_000],
    ['乙丙', 100],
    ['丙丁', 300],
    ['丁戊', 90_000],
    ['少见', 3],
  ]);
  const frequency = (gram: string): number => counts.get(gram) ?? 0;

  it('keeps the rarest grams and leaves out what thins little', () => {
    expect(planGrams([['甲乙', '乙丙', '丙丁', '丁戊']], frequency)).toEqual(['乙丙', '丙丁']);
  });

  it('is content with one short list', () => {
    expect(planGrams([['甲乙', '少见']], frequency)).toEqual(['少见']);
  });

  it('plans nothing when a word cannot occur', () => {
    expect(planGrams([['甲乙'], ['无有']], frequency)).toEqual([]);
  });
});
