// What a fresh process needs to its first page, bundled as the app is. argv: pack.
// Prints milliseconds since the process began.

import Database from 'better-sqlite3';
import { composePage } from '../../electron/search/composePage.ts';
import { openSearched } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { createNoteIndex } from '../../electron/search/noteIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';

const db = new Database(process.argv[2] ?? '', { readonly: true });
const notes = createNoteIndex(listedNotes());
const filters = { scope: null, documentIds: [], kinds: [], leads: [] } as const;
const request = { query: '产业创新', filters, fuzzyPinyin: false, offset: 0, limit: 20 };
runAtOnce(composePage(openSearched(db, notes), request));
process.stdout.write(String(performance.now()));
