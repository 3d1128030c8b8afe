import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentLines } from '../../../shared/domain/contentRows.ts';

/** Whether the content rows give the digest that the pack states of itself. */
export function hasDigest(db: Database, digest: string): boolean {
  const hash = createHash('sha256');
  const rowsOf = (sql: string) => db.prepare<[], unknown[]>(sql).raw().iterate();
  for (const line of contentLines(rowsOf)) hash.update(line, 'utf8');
  return hash.digest('hex') === digest;
}
