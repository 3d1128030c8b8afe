// Reads Latin letters as pinyin of known words: full, joined or spaced, initials, or mixed with Han.

/** A word of the pack's vocabulary with one reading: syllables without tones, parted by blanks, ü as v. */
export type VocabularyWord = {
  readonly word: string;
  readonly pinyin: string;
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
 */
export function fitPinyin(query: PinyinQuery, candidate: VocabularyWord): PinyinFit | null {
  const characters = [...candidate.word];
  const syllables = candidate.pinyin.split(' ');
  const { letters, breaks } = query;
  const failed = new Set<number>();

  const hasBreakInside = (start: number, end: number): boolean => {
    for (let at = start + 1; at < end; at += 1) if (breaks.has(at)) return true;
    return false;
  };

  const fitFrom = (index: number, at: number): PinyinFit | null => {
    if (at === letters.length) return index === characters.length ? 'whole' : 'beginning';
    const state = index * (letters.length + 1) + at;
    if (index === characters.length || failed.has(state)) return null;
    const ways = [characters[index] ?? '', ...waysToType(syllables[index] ?? '')];
    let best: PinyinFit | null = null;
    for (const way of ways) {
      const end = at + way.length;
      if (way === '' || !letters.startsWith(way, at) || hasBreakInside(at, end)) continue;
      const fit = fitFrom(index + 1, end);
      if (fit === 'whole') return fit;
      best ??= fit;
    }
    const typed = letters.slice(at);
    if (
      best === null &&
      (syllables[index] ?? '').startsWith(typed) &&
      !hasBreakInside(at, letters.length)
    ) {
      best = 'beginning';
    }
    if (best === null) failed.add(state);
    return best;
  };
  return fitFrom(0, 0);
}

/** The whole syllable and its initial; zh, ch and sh are typed with one letter or two. */
function waysToType(syllable: string): readonly string[] {
  const initial = syllable.slice(0, 1);
  return /^[zcs]h/.test(syllable) ? [syllable, syllable.slice(0, 2), initial] : [syllable, initial];
}

/** Words that fit, the likeliest first: wholly typed, then frequent, then short, then by code. */
export function rankPinyin(
  query: PinyinQuery,
  vocabulary: Iterable<VocabularyWord>,
): readonly VocabularyWord[] {
  const whole: VocabularyWord[] = [];
  const begun: VocabularyWord[] = [];
  for (const candidate of vocabulary) {
    const fit = fitPinyin(query, candidate);
    if (fit === 'whole') whole.push(candidate);
    if (fit === 'beginning') begun.push(candidate);
  }
  const byUse = (one: VocabularyWord, other: VocabularyWord): number =>
    other.count - one.count ||
    one.word.length - other.word.length ||
    (one.word < other.word ? -1 : 1);
  return [...whole.sort(byUse), ...begun.sort(byUse)];
}
