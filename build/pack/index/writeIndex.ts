// Fills the index tables of a pack under construction.

import type { Database } from 'better-sqlite3';
import { writeIndexTables } from '../../../shared/search/writeIndexTables.ts';
import { listVocabulary } from './listVocabulary.ts';

/**
 * Writes `folded`, `gram`, `vocabulary` and `index_info` from the content tables, which must be complete.
 * The same content gives the same rows in the same order on every machine.
 */
export function writeIndex(db: Database): void {
  const steps = writeIndexTables({
    exec: (sql) => db.exec(sql),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return statement;
    },
  });
  while (steps.next().done !== true);
  const insert = db.prepare(
    'INSERT INTO vocabulary (initials, word, pinyin, count) VALUES (?, ?, ?, ?)',
  );
  db.transaction(() => {
    db.exec('DELETE FROM vocabulary');
    const texts = db
      .prepare<[], string>('SELECT text FROM document ORDER BY ord')
      .pluck()
      .iterate();
    for (const { initials, word, pinyin, count } of listVocabulary(texts)) {
      insert.run(initials, word, pinyin, count);
    }
  })();
}
