// The pack's vocabulary: its words, and the phrases of up to four words that come again, with their readings.

import { pinyin } from 'pinyin-pro';
import { simplifyCharacter } from '../../../shared/search/simplifyCharacter.ts';

export type VocabularyRow = {
  readonly initials: string;
  readonly word: string;
  /** Syllables without tones, parted by blanks; ü is v, as it is typed. */
  readonly pinyin: string;
  readonly count: number;
};

const PHRASE_WORDS = 4;
const PHRASE_CHARACTERS = 10;
/** A phrase must come again; in large packs as often as this part of the text, or phrases outgrow words. */
const CHARACTERS_A_PHRASE = 400_000;

/** No phrase begins or ends with one: 苏州工业园区对 is none. */
const functionWords: ReadonlySet<string> = new Set(
  '的 了 和 与 及 或 在 对 为 从 以 等 是 将 把 被 向 于 到 也 都 就 而 之 其 并 使 让 由 按 占 上 下 中 内 外 各 每 该 以及 关于 我们'.split(
    ' ',
  ),
);

/**
 * Counts words and phrases of all texts and gives each its reading, read as a whole, so that 重点 and 重大,
 * 行业 and 行政 differ. Sorted by initials, word and reading.
 */
export function listVocabulary(texts: Iterable<string>): readonly VocabularyRow[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const counts = new Map<string, number>();
  const phraseCounts = new Map<string, number>();
  let length = 0;
  for (const text of texts) {
    length += text.length;
    for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
      const words = Array.from(segmenter.segment(run[0]), ({ segment }) => segment);
      countPhrases(words, counts, phraseCounts);
    }
  }
  const leastPhrase = Math.max(2, Math.round(length / CHARACTERS_A_PHRASE));
  for (const [phrase, count] of phraseCounts) {
    if (count >= leastPhrase && !counts.has(phrase)) counts.set(phrase, count);
  }
  return Array.from(counts, ([word, count]) => readWord(word, count)).sort(
    (one, other) => compare(one.initials, other.initials) || compare(one.word, other.word),
  );
}

function countPhrases(
  words: readonly string[],
  counts: Map<string, number>,
  phraseCounts: Map<string, number>,
): void {
  words.forEach((first, index) => {
    if (first.length > 1) counts.set(first, (counts.get(first) ?? 0) + 1);
    let phrase = first;
    for (const next of words.slice(index + 1, index + PHRASE_WORDS)) {
      phrase += next;
      if (phrase.length > PHRASE_CHARACTERS || next === '等') break;
      if (functionWords.has(first) || functionWords.has(next)) continue;
      phraseCounts.set(phrase, (phraseCounts.get(phrase) ?? 0) + 1);
    }
  });
}

function readWord(word: string, count: number): VocabularyRow {
  const simplified = Array.from(word, simplifyCharacter).join('');
  const syllables = pinyin(simplified, { toneType: 'none', type: 'array', v: true });
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return { initials, word, pinyin: syllables.join(' '), count };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
