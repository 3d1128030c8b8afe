import { describe, expect, it } from 'vitest';
import { countOccurrences, findOccurrences } from '../../../../shared/search/occurrences.ts';

describe('occurrences', () => {
  it('are counted from left to right without overlap', () => {
    expect(countOccurrences('人人人人', '人人')).toBe(2);
    expect(countOccurrences('人人人', '人人')).toBe(1);
    expect(countOccurrences('园区', '人')).toBe(0);
  });

  it('need a word of every group', () => {
    expect(findOccurrences('园区引进人才', [['园区'], ['企业']])).toBeNull();
    expect(findOccurrences('园区引进人才', [['园区'], ['企业', '人才']])?.ranges).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ]);
  });

  it('make one range where words overlap, two where they touch', () => {
    expect(findOccurrences('高新技术', [['高新技'], ['新技术']])?.ranges).toEqual([
      { start: 0, end: 4 },
    ]);
    expect(findOccurrences('高新技术', [['高新'], ['技术']])?.ranges).toHaveLength(2);
  });

  it('know the shortest stretch that holds all words', () => {
    const found = findOccurrences('园区甲乙丙人才丁园区人才', [['园区'], ['人才']]);

    expect(found?.shortestSpan).toBe(4);
  });
});
