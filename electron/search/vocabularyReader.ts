// The pack's words: what pinyin can stand for, and what is near a word that was not found.

import type { Database } from 'better-sqlite3';
import { foldKey } from '../../shared/search/fold.ts';
import type {
  PinyinQuery,
  PinyinReading,
  VocabularyWord,
} from '../../shared/search/matchPinyin.ts';
import { rankPinyin } from '../../shared/search/matchPinyin.ts';
import { listFirstLetters } from '../../shared/search/listSpellings.ts';
import type { KnownWord } from '../../shared/search/rankNearWords.ts';
import { rankNearWords } from '../../shared/search/rankNearWords.ts';

export type Vocabulary = {
  /** Words that the letters can stand for, likeliest first, each once. */
  readonly readPinyin: (
    query: PinyinQuery,
    isFuzzy: boolean,
    limit: number,
  ) => Generator<void, readonly PinyinReading[]>;
  /** Words of the pack most like one that it does not hold. */
  readonly listNear: (missed: string, limit: number) => Generator<void, readonly string[]>;
};

/** Rows of the vocabulary read between two points where a search can be interrupted. */
const WORDS_A_STEP = 1_024;

type Row = [word: string, pinyin: string, count: number];

/** Every reading is found by its first letter, or by the Han character that the query begins with. */
export function openVocabulary(db: Database): Vocabulary {
  const selectByInitial = db
    .prepare<[string, string], Row>(
      `SELECT word, pinyin, count FROM vocabulary
WHERE initials >= ? AND initials < ? ORDER BY initials, word, pinyin`,
    )
    .raw();
  const selectByWord = db
    .prepare<[string, string], Row>(
      `SELECT word, pinyin, count FROM vocabulary
WHERE word >= ? AND word < ? ORDER BY initials, word, pinyin`,
    )
    .raw();
  const selectFollowing = db
    .prepare<[string, string, string], [initials: string, ...Row]>(
      `SELECT initials, word, pinyin, count FROM vocabulary WHERE (initials, word, pinyin) > (?, ?, ?)
ORDER BY initials, word, pinyin LIMIT ${String(WORDS_A_STEP)}`,
    )
    .raw();

  // Words by their characters, read from the first query without an answer on. A newer query may stop the
  // reading anywhere: the next one goes on behind the last row, until none follows (null).
  const wordsWith = new Map<string, KnownWord[]>();
  let lastRead: [initials: string, word: string, pinyin: string] | null = ['', '', ''];
  const readFollowing = (from: [string, string, string]): void => {
    const rows = selectFollowing.all(...from);
    for (const [, word, , count] of rows) {
      const known = { word: foldKey(word), count };
      for (const character of new Set(known.word)) {
        const others = wordsWith.get(character);
        if (others === undefined) wordsWith.set(character, [known]);
        else others.push(known);
      }
    }
    const last = rows.at(-1);
    lastRead = last === undefined ? null : [last[0], last[1], last[2]];
  };

  // Whoever types on keeps the first letter.
  let latest: { readonly firsts: string; readonly words: readonly VocabularyWord[] } = {
    firsts: '',
    words: [],
  };
  const readWords = (first: string): readonly VocabularyWord[] =>
    (/[a-z]/.test(first) ? selectByInitial : selectByWord)
      .all(first, `${first}\u{10ffff}`)
      .map(([word, pinyin, count]) => ({
        word,
        characters: [...word],
        syllables: pinyin.split(' '),
        count,
      }));

  return {
    *readPinyin(query, isFuzzy, limit) {
      const [first = ''] = query.letters;
      const letters = listFirstLetters(first, isFuzzy);
      const firsts = letters.join('');
      if (firsts !== latest.firsts) latest = { firsts, words: letters.flatMap(readWords) };
      return (yield* rankPinyin(query, latest.words, isFuzzy)).slice(0, limit);
    },
    *listNear(missed, limit) {
      while (lastRead !== null) {
        readFollowing(lastRead);
        yield;
      }
      const near = new Set<KnownWord>();
      for (const character of new Set(missed)) {
        for (const known of wordsWith.get(character) ?? []) near.add(known);
        yield;
      }
      return yield* rankNearWords(missed, near, limit);
    },
  };
}
