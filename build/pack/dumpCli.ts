// npm run -s pack:dump -- <pack>: the documents of a pack as JSON, for tools and reviewers.

import Database from 'better-sqlite3';
import { resolve } from 'node:path';
import { dumpPack } from './dump/dumpPack.ts';

const path = resolve(process.argv[2] ?? 'dist/briefing.yandu');
try {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  const dump = dumpPack(db);
  db.close();
  // `| head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', () => process.exit(0));
  process.stdout.write(`${JSON.stringify(dump, null, 2)}\n`);
} catch (error) {
  console.error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  process.exitCode = 2;
}
