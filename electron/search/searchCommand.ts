// npm run -s search -- <pack> "<query>" --json [--limit N]
// The app's own search on the command line, for tools and for whoever wants to check a count.

import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SearchFilters } from '../../shared/ipc/searching.ts';
import { INDEX_VERSION } from '../../shared/search/indexFormat.ts';
import { openSearched, readIndexVersion } from './createSearcher.ts';
import { listHits } from './listHits.ts';
import type { NoteSource } from './noteIndex.ts';
import { createNoteIndex } from './noteIndex.ts';
import { runAtOnce } from './runInSlices.ts';

const DEFAULT_LIMIT = 50;
const usage = 'usage: npm run -s search -- <pack> "<query>" [--json] [--limit N]';
const everything: SearchFilters = { scope: null, documentIds: [], kinds: [], leads: [] };

/** A pack has no notes. */
const noNotes: NoteSource = { listNotes: () => [], version: () => 0 };

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, limit: { type: 'string' } },
  });
  const [pack, query] = positionals;
  const limit = Number(values.limit ?? DEFAULT_LIMIT);
  if (pack === undefined || query === undefined || !Number.isInteger(limit) || limit < 0) {
    console.error(usage);
    return 2;
  }
  if (!existsSync(pack)) {
    console.error(`There is no pack at ${pack}. Build one with: npm run pack`);
    return 1;
  }
  const db = new Database(pack, { readonly: true });
  const hasIndex = readIndexVersion(db) === INDEX_VERSION;
  if (!hasIndex) {
    console.error(`The index of ${pack} is of another version. Build it anew with: npm run pack`);
    return 1;
  }
  const started = performance.now();
  const searched = openSearched(db, createNoteIndex(noNotes), true);
  const { total, hits } = runAtOnce(listHits(searched, { query, filters: everything, limit }));
  const millis = Math.round((performance.now() - started) * 10) / 10;
  db.close();
  if (values.json) {
    console.log(JSON.stringify({ query, total, millis, hits }, null, 2));
    return 0;
  }
  console.log(`${String(total)} hits, ${String(millis)} ms`);
  for (const hit of hits)
    console.log(`${hit.document} › ${hit.path.join(' › ')}\n  ${hit.excerpt}`);
  return 0;
}

process.exitCode = main();
