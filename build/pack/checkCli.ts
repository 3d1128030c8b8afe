// npm run pack:check [-- <pack>]: proves that a pack lost and invented nothing; exit code 1 if it did.

import Database from 'better-sqlite3';
import { resolve } from 'node:path';
import { checkPack } from './check/checkPack.ts';
import { reportCheck } from './check/reportCheck.ts';

const path = resolve(process.argv[2] ?? 'dist/briefing.yandu');
try {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  const report = checkPack(db);
  db.close();
  for (const line of reportCheck(report)) console.log(line);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  process.exitCode = 2;
}
