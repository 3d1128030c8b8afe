// npm run -s search -- <pack> "<query>" --json [--limit N]
// The app's own search on the command line, for tools and for whoever wants to check a count.

import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { SearchFilters } from '../../shared/ipc/searching.ts';
import { INDEX_VERSION } from '../../shared/search/indexFormat.ts';
import { QUERY_LENGTH, QUERY_WORDS } from '../../shared/search/parseQuery.ts';
import type { Searched } from './answerQuery.ts';
import { openScanned, openSearched, readIndexVersion } from './createSearcher.ts';
import { listedNotes } from './listedNotes.ts';
import type { Hit } from './listHits.ts';
import { listHits } from './listHits.ts';
import { createNoteIndex } from './noteIndex.ts';
import { runAtOnce } from './runInSlices.ts';

const DEFAULT_LIMIT = 50;
const usage = 'usage: npm run -s search -- <pack> "<query>" [--json] [--limit N]';
const cutNotice = `The query was too long: only its first ${String(QUERY_LENGTH)} characters and ${String(QUERY_WORDS)} words were used.`;
const everything: SearchFilters = { scope: null, documentIds: [], kinds: [], leads: [] };

type Arguments = {
  readonly pack: string;
  readonly query: string;
  readonly isJson: boolean;
  readonly limit: number;
};

/** Only the two options are options: a query may begin with a minus. Null when something is missing. */
function readArguments(args: readonly string[]): Arguments | null {
  const positionals: string[] = [];
  let isJson = false;
  let limit = DEFAULT_LIMIT;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--json') isJson = true;
    else if (argument === '--limit') {
      index += 1;
      limit = Number(args[index] ?? NaN);
    } else positionals.push(argument);
  }
  const [pack, query] = positionals;
  if (pack === undefined || query === undefined || positionals.length > 2) return null;
  return Number.isInteger(limit) && limit >= 0 ? { pack, query, isJson, limit } : null;
}

function main(): number {
  const read = readArguments(process.argv.slice(2));
  if (read === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { pack, query, isJson, limit } = read;
  if (!existsSync(pack)) {
    process.stderr.write(`There is no pack at ${pack}. Build one with: npm run pack\n`);
    return 1;
  }
  const started = performance.now();
  const opened = openPack(pack);
  if (opened === null) {
    process.stderr.write(`${pack} is no pack. Build one with: npm run pack\n`);
    return 1;
  }
  const { db, searched } = opened;
  const { total, hits, isCut } = runAtOnce(
    listHits(searched, { query, filters: everything, fuzzyPinyin: false, limit }),
  );
  const millis = Math.round((performance.now() - started) * 10) / 10;
  db.close();
  // Said beside the answer, whose shape is fixed.
  if (isCut) {
    process.stderr.write(`${cutNotice}\n`);
  }
  const lines = isJson
    ? [JSON.stringify({ query, total, millis, hits }, null, 2)]
    : [`${String(total)} hits, ${String(millis)} ms`, ...hits.map(describeHit)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

type OpenPack = { readonly db: Database.Database; readonly searched: Searched };

/** By its index; one of another version is read without. Null for what is no pack. */
function openPack(path: string): OpenPack | null {
  const notes = createNoteIndex(listedNotes());
  try {
    const db = new Database(path, { readonly: true });
    const searched =
      readIndexVersion(db) === INDEX_VERSION
        ? openSearched(db, notes)
        : runAtOnce(openScanned(db, notes));
    return { db, searched };
  } catch (error) {
    // A folder, not a database, or one without our tables.
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

function describeHit({ document, path, excerpt }: Hit): string {
  return `${[document, ...path].join(' › ')}\n  ${excerpt}`;
}

process.exitCode = main();
