import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentLines } from '../../../shared/domain/contentRows.ts';

/** SHA-256 in hex over all content rows of an open pack. */
export function contentDigest(db: Database): string {
  const hash = createHash('sha256');
  const rowsOf = (sql: string) => db.prepare<[], unknown[]>(sql).raw().iterate();
  for (const line of contentLines(rowsOf)) hash.update(line, 'utf8');
  return hash.digest('hex');
}
