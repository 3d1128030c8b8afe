import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentQueries, encodeContentRow } from '../../../shared/domain/contentRows.ts';

/** SHA-256 in hex over all content rows of an open pack. */
export function contentDigest(db: Database): string {
  const hash = createHash('sha256');
  for (const [query, sql] of contentQueries.entries()) {
    for (const row of db.prepare<[], unknown[]>(sql).raw().iterate()) {
      hash.update(`${encodeContentRow(query, row)}\n`, 'utf8');
    }
  }
  return hash.digest('hex');
}
