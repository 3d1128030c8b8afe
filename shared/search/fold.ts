// Folding makes text and query comparable: both go through here, and nothing else decides what is equal.
// The rules look at most one character to each side of a gap, so that a part of a text always folds to a
// part of the folded text: whoever copies a passage into the search box finds it.

import { simplifyCharacter } from './simplifyCharacter.ts';

/** What is compared, and the way back: `starts[i]` is the offset in the text of what gave `key[i]`. */
export type FoldedText = {
  readonly key: string;
  readonly starts: readonly number[];
  /** Where the code point that gave `key[i]` ends. */
  readonly ends: readonly number[];
};

/** `word`: letters and digits of scripts written with blanks; `han`: Han, kana, Hangul. */
type CharacterClass = 'han' | 'word' | 'symbol' | 'nothing';
type FoldedCharacter = { readonly text: string; readonly class: CharacterClass };

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]$/u;
const letterOrDigit = /^[\p{L}\p{N}\p{M}]$/u;
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
const digit = /^\p{Nd}$/u;

/** Filled as characters turn up: a text repeats few of them. */
const folded = new Map<string, readonly FoldedCharacter[]>();
/** The block of common Han by code unit, from U+4E00: what nearly every character of a text is. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const foldedHan: FoldedCharacter[] = [];

function foldHan(unit: number): FoldedCharacter {
  const known = foldedHan[unit - FIRST_HAN];
  if (known !== undefined) return known;
  const text = simplifyCharacter(String.fromCharCode(unit));
  const made: FoldedCharacter = { text, class: 'han' };
  foldedHan[unit - FIRST_HAN] = made;
  return made;
}

function classOf(character: string): CharacterClass {
  if (ignorable.test(character)) return 'nothing';
  if (letterOrDigit.test(character)) return unspaced.test(character) ? 'han' : 'word';
  return 'symbol';
}

/** One code point to what stands for it: NFKC, lower case, simplified. */
function foldCharacter(character: string): readonly FoldedCharacter[] {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const parts = [...character.normalize('NFKC').toLowerCase()].map((part) => {
    const text = simplifyCharacter(part);
    return { text, class: classOf(text) };
  });
  folded.set(character, parts);
  return parts;
}

/** A run of symbols between two characters that are kept, or an edge of the text. */
type Gap = {
  readonly before: FoldedCharacter | null;
  readonly after: FoldedCharacter | null;
  readonly symbols: readonly string[];
};

/**
 * Which of a gap's symbols stay, and what stands for the rest. `+ & %` stay after a letter or digit,
 * `+ &` before one, a single `. /` between two; a comma between two digits vanishes (4,500 is 4500);
 * any other gap between two letters or digits becomes one `-`, so that 2、4 is not 24 and 2021—2025 is
 * 2021-2025. Beside Han nothing else stays.
 */
function keepOfGap({ before, after, symbols }: Gap): readonly (string | null)[] {
  const isAfterWord = before?.class === 'word';
  const isBeforeWord = after?.class === 'word';
  const kept: (string | null)[] = symbols.map(() => null);
  if (!isAfterWord && !isBeforeWord) return kept;
  const [only] = symbols;
  if (isAfterWord && isBeforeWord && symbols.length === 1 && only !== undefined) {
    if (only === '.' || only === '/') return [only];
    if (only === ',' && digit.test(before.text) && digit.test(after.text)) return kept;
  }
  let from = 0;
  let to = symbols.length;
  if (isAfterWord) while (from < to && '+&%'.includes(symbols[from] ?? ' ')) from += 1;
  if (isBeforeWord) while (to > from && '+&'.includes(symbols[to - 1] ?? ' ')) to -= 1;
  symbols.forEach((symbol, index) => {
    if (index < from || index >= to) kept[index] = symbol;
  });
  if (isAfterWord && isBeforeWord && from < to) kept[from] = '-';
  return kept;
}

/**
 * Folds a text for comparison: full to half width, upper to lower case, traditional to simplified;
 * punctuation, symbols and white space dropped except what `keepOfGap` keeps.
 * @returns the key and, for each of its UTF-16 units, the range of the text it stands for
 */
export function fold(text: string): FoldedText {
  const key: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  foldInto(text, (part, start, end) => {
    key.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { key: key.join(''), starts, ends };
}

/** The key alone, for when nothing has to be marked. */
export function foldKey(text: string): string {
  const key: string[] = [];
  foldInto(text, (part) => key.push(part));
  return key.join('');
}

type Emit = (part: string, start: number, end: number) => void;

function foldInto(text: string, emit: Emit): void {
  let before: FoldedCharacter | null = null;
  let symbols: string[] = [];
  let places: number[] = [];
  let offset = 0;
  const closeGap = (after: FoldedCharacter | null): void => {
    keepOfGap({ before, after, symbols }).forEach((kept, index) => {
      const start = places[2 * index] ?? 0;
      if (kept !== null) emit(kept, start, places[2 * index + 1] ?? start);
    });
    symbols = [];
    places = [];
  };
  while (offset < text.length) {
    const unit = text.charCodeAt(offset);
    if (unit >= FIRST_HAN && unit <= LAST_HAN) {
      const han = foldHan(unit);
      if (symbols.length > 0) closeGap(han);
      emit(han.text, offset, offset + 1);
      before = han;
      offset += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const end = offset + character.length;
    for (const part of foldCharacter(character)) {
      if (part.class === 'nothing') continue;
      if (part.class === 'symbol') {
        symbols.push(part.text);
        places.push(offset, end);
        continue;
      }
      if (symbols.length > 0) closeGap(part);
      emit(part.text, offset, end);
      before = part;
    }
    offset = end;
  }
  if (symbols.length > 0) closeGap(null);
}
