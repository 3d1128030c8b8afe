import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../../electron/search/runInSlices.ts';
import { rankNearWords } from '../../../../shared/search/rankNearWords.ts';

function near(missed: string, words: readonly string[]): readonly string[] {
  const known = words.map((word) => ({ word, count: 1 }));
  return runAtOnce(rankNearWords(missed, known, 10));
}

describe('near words', () => {
  it('begin with the one that differs by one character', () => {
    expect(near('高薪技术企业', ['技术企业', '高新技术企业', '企业', '园区'])).toEqual([
      '高新技术企业',
      '技术企业',
    ]);
  });

  it('hold words of two characters of which one is right', () => {
    expect(near('瞪铃', ['瞪羚', '园区'])).toEqual(['瞪羚']);
  });

  it('hold words with the same parts in another order', () => {
    expect(near('创新产业集群', ['产业创新集群', '园区人才'])).toEqual(['产业创新集群']);
  });

  it('leave out the word itself and what is unlike it', () => {
    expect(near('园区', ['园区', '人才', '企业'])).toEqual([]);
  });

  it('come by frequency where they are as like', () => {
    const known = [
      { word: '园林', count: 2 },
      { word: '园地', count: 9 },
    ];

    expect(runAtOnce(rankNearWords('园区', known, 10))).toEqual(['园地', '园林']);
  });
});
