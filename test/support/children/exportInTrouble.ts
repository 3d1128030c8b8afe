// Exports a handout over files that are there already, while something stands in the way, then without it, and
// says in JSON what came of it. `node exportInTrouble.ts <folder> full|busy|limited|read-only`
// `full` fills the file system of the folder, `busy` lets every target be held by the system as Word holds an
// open file (both want a file system and mounts of their own); `limited` and `read-only` come from the caller.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { putHandout } from '../../../electron/db/own/handout.ts';
import { createExportingHandlers } from '../../../electron/features/exporting.ts';
import { isoTimeSchema } from '../../../shared/domain/ids.ts';
import type { ExportFormat } from '../../../shared/domain/handout.ts';
import { exportFileName } from '../../../shared/handout/exportFileName.ts';
import { noPolicy } from '../../../shared/policy/policy.ts';
import { errorsZh } from '../../../shared/strings/errors.zh.ts';
import { exampleDocuments, exampleHandout } from '../handoutExample.ts';
import { createTestBriefing } from '../testBriefing.ts';

const OLD = 'as it was';
const formats: readonly ExportFormat[] = ['docx', 'html', 'md', 'txt'];
const [folder = '', trouble = ''] = process.argv.slice(2);
const at = isoTimeSchema.parse('2026-11-21T08:00:00.000Z');
const handout = exampleHandout();
const db = createTestBriefing(exampleDocuments);
db.transaction(() => {
  putHandout(db, handout);
})();
const needsWindow = () => Promise.reject(new Error('needs a window'));
const { exportHandout } = createExportingHandlers({
  db,
  policy: noPolicy,
  now: () => at,
  newId: () => randomUUID(),
  dialogs: {
    askSaveName: ({ name }) => Promise.resolve(join(folder, name)),
    askOpenFile: () => Promise.resolve(null),
  },
  printer: { preview: needsWindow, toPdf: needsWindow, toPaper: needsWindow },
});

function pathOf(format: ExportFormat): string {
  return join(folder, exportFileName(handout, 'members', format, at));
}

async function exportAll() {
  const reports = [];
  for (const format of formats) {
    const path = pathOf(format);
    const result = await exportHandout({ id: handout.id, copy: 'members', format });
    reports.push({
      outcome: result.ok ? 'written' : result.code,
      sentence: result.ok ? '' : errorsZh[result.code](result.detail),
      name: basename(path),
      isOld: existsSync(path) && readFileSync(path, 'utf8') === OLD,
    });
  }
  return reports;
}

const ballast = join(folder, 'ballast');
function beginTrouble(): void {
  if (trouble === 'full') {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(4096, 1));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  if (trouble === 'busy')
    for (const format of formats) mount('--bind', pathOf(format), pathOf(format));
}

function endTrouble(): void {
  rmSync(ballast, { force: true });
  if (trouble === 'busy') for (const format of formats) run('umount', pathOf(format));
}

function mount(...args: readonly string[]): void {
  run('mount', ...args);
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

if (trouble !== 'read-only') for (const format of formats) writeFileSync(pathOf(format), OLD);
beginTrouble();
const during = await exportAll();
const leftovers = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.tmp'))
  : [];
endTrouble();
const after = trouble === 'full' || trouble === 'busy' ? await exportAll() : [];
process.stdout.write(JSON.stringify({ during, leftovers, after }));
