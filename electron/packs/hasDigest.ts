import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentQueries, encodeContentRow } from '../../shared/domain/contentRows.ts';

/** Whether the content rows give the digest that the pack states of itself. */
export function hasDigest(db: Database, digest: string): boolean {
  const hash = createHash('sha256');
  for (const [query, sql] of contentQueries.entries()) {
    for (const row of db.prepare<[], unknown[]>(sql).raw().iterate()) {
      hash.update(`${encodeContentRow(query, row)}\n`, 'utf8');
    }
  }
  return hash.digest('hex') === digest;
}
