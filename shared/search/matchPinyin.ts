// Reads Latin letters as pinyin of known words: full, joined or spaced, initials, or mixed with Han.

import { listSpellings } from './listSpellings.ts';

/** A word of the pack's vocabulary with one reading: a syllable a character, without tones, ü as v. */
export type VocabularyWord = {
  readonly word: string;
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
  readonly count: number;
};

/** A query that can be pinyin: letters and Han without blanks, and where a blank stood. */
export type PinyinQuery = {
  readonly letters: string;
  readonly breaks: ReadonlySet<number>;
};

/**
 * What a query looks like as pinyin, or null: only Latin letters, apostrophes, blanks and Han, and at
 * least two characters of which one is a letter.
 */
export function readAsPinyin(text: string): PinyinQuery | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').trim();
  if (!/^[a-z\p{Script=Han}'’\s]+$/u.test(plain) || !/[a-z]/.test(plain)) return null;
  const breaks = new Set<number>();
  let letters = '';
  for (const character of plain) {
    if (/['’\s]/u.test(character)) breaks.add(letters.length);
    else letters += character;
  }
  return letters.length < 2 ? null : { letters, breaks };
}

/** How a word fits: all of it was typed, or more of it is to come. */
export type PinyinFit = 'whole' | 'beginning';

/**
 * Whether the query reads as the word or as its beginning. Each character may be typed as itself, as its
 * syllable, or as the syllable's initial; the last one also as a part of its syllable. A blank in the
 * query stands between two characters, never inside a syllable.
 * @param isFuzzy takes sounds for each other that many speakers do not tell apart
 */
export function fitPinyin(
  { letters, breaks }: PinyinQuery,
  { characters, syllables }: VocabularyWord,
  isFuzzy: boolean,
): PinyinFit | null {
  let failed: Set<number> | null = null;

  const hasBreakInside = (start: number, end: number): boolean => {
    for (let at = start + 1; at < end; at += 1) if (breaks.has(at)) return true;
    return false;
  };

  const fitFrom = (index: number, at: number): PinyinFit | null => {
    if (at === letters.length) return index === characters.length ? 'whole' : 'beginning';
    const state = index * (letters.length + 1) + at;
    if (index === characters.length || failed?.has(state)) return null;
    const { ways, variants } = listSpellings(syllables[index] ?? '', isFuzzy);
    let best: PinyinFit | null = null;
    for (let way = -1; way < ways.length; way += 1) {
      const typed = (way < 0 ? characters[index] : ways[way]) ?? '';
      const end = at + typed.length;
      if (typed === '' || !letters.startsWith(typed, at) || hasBreakInside(at, end)) continue;
      const fit = fitFrom(index + 1, end);
      if (fit === 'whole') return fit;
      best ??= fit;
    }
    if (best === null && !hasBreakInside(at, letters.length)) {
      const begun = letters.slice(at);
      if (variants.some((variant) => variant.startsWith(begun))) best = 'beginning';
    }
    if (best === null) (failed ??= new Set()).add(state);
    return best;
  };
  return fitFrom(0, 0);
}

/** A word that the letters can stand for; fuzzy when only sounds taken for each other make it fit. */
export type PinyinReading = {
  readonly word: string;
  readonly isFuzzy: boolean;
  /** Occurrences in the pack. */
  readonly count: number;
};

const WORDS_A_STEP = 256;

/**
 * Words that fit, each once, the likeliest first: those typed exactly before those that only sound alike;
 * then wholly typed, frequent, short, and by code. Yields where the work may pause.
 */
export function* rankPinyin(
  query: PinyinQuery,
  vocabulary: readonly VocabularyWord[],
  isFuzzy: boolean,
): Generator<void, readonly PinyinReading[]> {
  const ranked: { word: string; count: number; isFuzzy: boolean; rank: number }[] = [];
  for (const [step, candidate] of vocabulary.entries()) {
    if (step % WORDS_A_STEP === 0) yield;
    const loose = fitPinyin(query, candidate, isFuzzy);
    if (loose === null) continue;
    const exact = isFuzzy ? fitPinyin(query, candidate, false) : loose;
    const { word, count } = candidate;
    const rank = (exact === null ? 2 : 0) + ((exact ?? loose) === 'whole' ? 0 : 1);
    ranked.push({ word, count, isFuzzy: exact === null, rank });
  }
  ranked.sort(
    (one, other) =>
      one.rank - other.rank ||
      other.count - one.count ||
      one.word.length - other.word.length ||
      (one.word < other.word ? -1 : 1),
  );
  const readings = new Map<string, PinyinReading>();
  for (const reading of ranked) {
    const { word, count } = reading;
    if (!readings.has(word)) readings.set(word, { word, count, isFuzzy: reading.isFuzzy });
  }
  return [...readings.values()];
}

/**
 * Leaves out what only ever stands inside another of these words: a piece such as 知识产权质 occurs as often
 * as 知识产权质押 does, and finds the same.
 */
export function dropPieces(readings: readonly PinyinReading[]): readonly PinyinReading[] {
  return readings.filter(
    ({ word, count }) =>
      !readings.some(
        (other) => other.word !== word && other.count >= count && other.word.includes(word),
      ),
  );
}
