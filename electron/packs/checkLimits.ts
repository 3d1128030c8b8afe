import type { Database } from 'better-sqlite3';
import { isUtf8 } from 'node:buffer';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';
import { columnLimits, integerColumns, MAX_ROWS } from './packLimits.ts';

// Written as escapes: what is looked for cannot be seen.
const forbidden = {
  line: /\p{Cc}/u,
  text: /[^\P{Cc}\t\n]/u,
  source: /\0/,
} as const;
const directionOverride = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Caps on rows, lengths and numbers, valid UTF-8, no control characters. Lengths are asked of SQLite
 * before a value is loaded; text is read as bytes, because SQLite's own `length` stops at a NUL and
 * the driver would mend broken UTF-8. Tells whether direction overrides stand in a text that is shown.
 */
export function checkLimits(db: Database, file: string): Checked<boolean> {
  for (const [table, columns] of Object.entries(integerColumns)) {
    const rows = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    if (rows > MAX_ROWS) return refused('too_long', { file, item: table });
    for (const column of columns) {
      const isOut = db
        .prepare(`SELECT 1 FROM ${table} WHERE ${column} < 0 OR ${column} > ? LIMIT 1`)
        .get(Number.MAX_SAFE_INTEGER);
      if (isOut !== undefined) {
        return refused('content_invalid', { file, item: `${table}.${column}` });
      }
    }
  }
  for (const { table, column, maxBytes } of columnLimits) {
    const isLong = db
      .prepare(`SELECT 1 FROM ${table} WHERE octet_length(${column}) > ? LIMIT 1`)
      .get(maxBytes);
    if (isLong !== undefined) return refused('too_long', { file, item: `${table}.${column}` });
  }
  let hasDirectionOverrides = false;
  for (const { table, column, characters } of columnLimits) {
    if (characters === 'bytes') continue;
    const values = db
      .prepare<[], Buffer>(
        `SELECT CAST(${column} AS BLOB) FROM ${table} WHERE ${column} IS NOT NULL`,
      )
      .pluck();
    for (const bytes of values.iterate()) {
      const text = isUtf8(bytes) ? bytes.toString('utf8') : null;
      if (text === null || forbidden[characters].test(text)) {
        return refused('text_unsafe', { file, item: `${table}.${column}` });
      }
      hasDirectionOverrides ||= directionOverride.test(text);
    }
  }
  return passed(hasDirectionOverrides);
}
