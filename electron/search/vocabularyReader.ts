// The pack's words: what pinyin can stand for, and what is near a word that was not found.

import type { Database } from 'better-sqlite3';
import { foldKey } from '../../shared/search/fold.ts';
import type { PinyinQuery, VocabularyWord } from '../../shared/search/matchPinyin.ts';
import { rankPinyin } from '../../shared/search/matchPinyin.ts';
import { rankNearWords } from '../../shared/search/rankNearWords.ts';

export type Vocabulary = {
  /** Words that the letters can stand for, likeliest first, each once. */
  readonly readPinyin: (query: PinyinQuery, limit: number) => readonly string[];
  /** Words of the pack most like one that it does not hold. */
  readonly listNear: (missed: string, limit: number) => readonly string[];
};

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
  const selectWithCharacter = db
    .prepare<[string], [string, number]>(
      `SELECT word, max(count) FROM vocabulary
WHERE instr(word, ?) > 0 GROUP BY word ORDER BY word`,
    )
    .raw();

  return {
    readPinyin({ letters, breaks }, limit) {
      const [first = ''] = letters;
      const isLetter = /[a-z]/.test(first);
      const select = isLetter ? selectByInitial : selectByWord;
      const rows = select.all(first, `${first}\u{10ffff}`);
      // The letters after the first narrow the rows before the words are walked.
      const words: readonly VocabularyWord[] = rows.map(([word, pinyin, count]) => ({
        word,
        pinyin,
        count,
      }));
      const ranked = rankPinyin({ letters, breaks }, words).map(({ word }) => word);
      return [...new Set(ranked)].slice(0, limit);
    },
    listNear(missed, limit) {
      const known = new Map<string, number>();
      for (const character of new Set(missed)) {
        for (const [word, count] of selectWithCharacter.all(character)) {
          known.set(foldKey(word), count);
        }
      }
      const words = Array.from(known, ([word, count]) => ({ word, count }));
      return rankNearWords(missed, words, limit);
    },
  };
}
