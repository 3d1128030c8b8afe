// What a pack's digest covers, in one order for the builder and for everybody who checks it:
// SHA-256 over `contentLines`, encoded in UTF-8.

/** One query a content table; `pack.digest` itself is left out. */
const contentQueries = [
  'SELECT id, pack_id, title, version, version_label, status FROM pack ORDER BY id',
  'SELECT id, file_name, sha256, encoding, origin, rights, text FROM source ORDER BY id',
  'SELECT source_id, source_start, length, reason FROM removal ORDER BY source_id, source_start',
  'SELECT id, ord, source_id, role, title, short_title, issuer, author, date, status, text FROM document ORDER BY ord',
  'SELECT number, id, document_id, ord, kind, level, start, end, section_key, paragraph_number, hash, detail FROM segment ORDER BY number',
  'SELECT document_id, ord, key, parent_key, level, title, heading_id, start, end FROM section ORDER BY document_id, ord',
  'SELECT document_id, start, length, source_start FROM origin ORDER BY document_id, start',
] as const;

/**
 * Every content row as one line: a JSON list of its query's number and its values in the order of the
 * columns, then a line feed. `rowsOf` runs a query and gives its rows as lists.
 */
export function* contentLines(
  rowsOf: (sql: string) => Iterable<readonly unknown[]>,
): Generator<string, void> {
  for (const [query, sql] of contentQueries.entries()) {
    for (const row of rowsOf(sql)) yield `${JSON.stringify([query, ...row])}\n`;
  }
}
