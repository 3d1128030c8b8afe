// How long the process is held: by a briefing whose index has another version, and by ordinary queries.

import Database from 'better-sqlite3';
import { copyFileSync, rmSync } from 'node:fs';
import { createSearcher } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { watchHolds, type Hold } from './watchHolds.ts';

export type Rebuild = {
  /** Milliseconds to the first page, by a scan that begins with the rebuild. */
  readonly firstPage: number;
  /** Milliseconds to a later one, while the index is being built. */
  readonly laterPage: number;
  readonly seconds: number;
  readonly hold: Hold;
};

const filters = { scope: null, documentIds: [], kinds: [], leads: [] } as const;

/** Builds the index of a copy of the pack anew, asking in between. */
export async function measureRebuild(pack: string): Promise<Rebuild> {
  const copy = `${pack}.rebuild`;
  copyFileSync(pack, copy);
  const db = new Database(copy);
  db.pragma('journal_mode = WAL');
  db.exec('DELETE FROM index_info');
  const started = performance.now();
  const stop = watchHolds();
  const searcher = createSearcher({ db, notes: listedNotes() });
  const ask = async (query: string): Promise<number> => {
    const asked = performance.now();
    await searcher.search({ query, filters, fuzzyPinyin: false, offset: 0, limit: 20 });
    return performance.now() - asked;
  };
  const firstPage = await ask('产业创新');
  const laterPage = await ask('社会保障');
  await searcher.ready;
  const seconds = (performance.now() - started) / 1_000;
  const hold = stop();
  db.close();
  for (const file of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(file, { force: true });
  return { firstPage, laterPage, seconds, hold };
}

/** Asks all queries, one after the other, as a window does. */
export async function measureQueryHolds(pack: string, queries: readonly string[]): Promise<Hold> {
  const db = new Database(pack, { readonly: true });
  const searcher = createSearcher({ db, notes: listedNotes() });
  const stop = watchHolds();
  for (const query of queries) {
    await searcher.search({ query, filters, fuzzyPinyin: false, offset: 0, limit: 20 });
    // The next key comes later.
    await new Promise((turn) => setTimeout(turn, 1));
  }
  const hold = stop();
  db.close();
  return hold;
}
