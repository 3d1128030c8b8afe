// npm run -s handout -- <briefing> --list
// npm run -s handout -- <briefing> --id X --format docx|pdf|html|md|txt --out F [--copy members] [--policy P.json]
// The app's own composing and writing on the command line. It works on a copy of the briefing, so that it
// changes nothing and may run beside the program. A PDF is printed by the staged Electron (`npm run app`).
// What the machine's policy forbids the window is forbidden here too; `--policy` names a further one to obey.

import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  exportFormatSchema,
  handoutCopySchema,
  type ExportFormat,
  type HandoutCopy,
} from '../../shared/domain/handout.ts';
import { handoutIdSchema, type HandoutId } from '../../shared/domain/ids.ts';
import { failure, ok, type Failure, type Result } from '../../shared/domain/result.ts';
import { checkQuotes } from '../../shared/handout/checkQuote.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import { errorsEn } from '../../shared/strings/errors.en.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { composeSource } from '../db/composeSource.ts';
import { findHandout, listHandouts } from '../db/own/handout.ts';
import { migrations } from '../db/migrations/list.ts';
import { openBriefing } from '../db/openBriefing.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import { readCommandPolicies } from '../policy/readCommandPolicies.ts';
import { removeFolder } from '../removeFolder.ts';
import { renderHandout } from './renderHandout.ts';
import { writeAtomically } from './writeAtomically.ts';

const usage = `usage: npm run -s handout -- <briefing> --list
       npm run -s handout -- <briefing> --id X --format docx|pdf|html|md|txt --out F [--copy members]
         [--policy P.json]
`;

type ExportRequest = Extract<Request, { kind: 'export' }>;
type Request =
  | { readonly kind: 'list'; readonly briefing: string }
  | {
      readonly kind: 'export';
      readonly briefing: string;
      readonly id: HandoutId;
      readonly format: ExportFormat;
      readonly copy: HandoutCopy;
      readonly out: string;
      readonly policy: string | null;
    };

async function main(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if (typeof request === 'string') return complain(request, 2);
  if (!existsSync(request.briefing)) {
    return complain(`There is no briefing at ${request.briefing}.\n`, 1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'yandu-handout-'));
  try {
    const copied = copyBriefing(request.briefing, folder);
    const opened = openBriefing({
      backup: null,
      packPath: copied,
      expectedSha256: null,
      briefingPath: copied,
      migrations,
      nativeBinding: null,
      useWal: false,
    });
    if (!opened.ok) return complain(`${request.briefing} cannot be read: ${opened.code}.\n`, 1);
    const db = opened.value;
    if (request.kind === 'list') {
      list(db);
      db.close();
      return 0;
    }
    return await exportOne(db, request, folder);
  } finally {
    removeFolder(folder);
  }
}

const exportSchema = z.object({
  id: handoutIdSchema,
  format: exportFormatSchema,
  copy: handoutCopySchema,
  out: z.string(),
});

/** What is asked for, or what to say of arguments that ask for nothing. */
function readRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        id: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        copy: { type: 'string', default: 'facilitator' },
        policy: { type: 'string' },
      },
    });
    const [briefing, ...others] = positionals;
    if (briefing === undefined || others.length > 0) return usage;
    if (values.list === true) return { kind: 'list', briefing };
    const asked = exportSchema.safeParse(values);
    if (!asked.success) {
      const wrong = asked.error.issues.map((issue) => `--${issue.path.join('.')}`);
      return `Missing or not to be understood: ${wrong.join(', ')}.\n${usage}`;
    }
    const policy = values.policy === undefined ? null : resolve(values.policy);
    return { kind: 'export', briefing, ...asked.data, out: resolve(asked.data.out), policy };
  } catch {
    // An option that there is not: the usage says which there are.
    return usage;
  }
}

/** With its write-ahead log, so that what the running program has committed is in the copy. */
function copyBriefing(path: string, folder: string): string {
  const copied = join(folder, 'briefing.yandu');
  copyFileSync(path, copied);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copied}-wal`);
  return copied;
}

function list(db: BriefingDb): void {
  const lines = listHandouts(db).map(
    ({ id, updatedAt, items, title }) => `${id}\t${updatedAt}\t${String(items.length)}\t${title}\n`,
  );
  process.stdout.write(lines.join(''));
}

async function exportOne(db: BriefingDb, request: ExportRequest, folder: string): Promise<number> {
  const handout = findHandout(db, request.id);
  if (handout === null) return complain(`There is no handout ${request.id}; see --list.\n`, 1);
  const allowed = mayLeave(db, request);
  if (!allowed.ok) {
    db.close();
    return complainOf(allowed);
  }
  const source = composeSource(db);
  const checks = checkQuotes(handout, source.findDocument);
  const equal = checks.filter((check) => check.status === 'equal').length;
  const model = composeHandout(handout, source, request.copy);
  db.close();
  let bytes: Uint8Array;
  if (request.format === 'pdf') {
    const printed = join(folder, 'handout.pdf');
    const code = printPdf(request, folder, printed);
    if (code !== 0) return code;
    bytes = await readFile(printed);
  } else bytes = await renderHandout(model, request.format);
  const written = await writeAtomically(request.out, bytes);
  if (!written.ok) return complainOf(written);
  process.stdout.write(
    `${request.out}\nquotations: ${String(equal)} of ${String(checks.length)} equal\n`,
  );
  return 0;
}

/** The window's own gate, for every policy there is. */
function mayLeave(db: BriefingDb, { id, format, policy }: ExportRequest): Result<null> {
  const policies = readCommandPolicies(policy);
  if (!policies.ok) return policies;
  const isAllowed = policies.value.every((one) =>
    listAllowedFormats(db, one, { kind: 'handout', id }).includes(format),
  );
  return isAllowed ? ok(null) : failure('policy_forbids');
}

const runtimeSchema = z.object({ executable: z.string() });
/** Chromium complains of missing buses and GPUs; what matters is the exit code. Milliseconds. */
const printing: SpawnSyncOptions = { stdio: ['ignore', 'inherit', 'ignore'], timeout: 60_000 };

/** Runs the staged program on the copy; it prints and ends. Without a display it gets a virtual one. */
function printPdf({ id, copy }: ExportRequest, folder: string, printed: string): number {
  const dist = resolve(import.meta.dirname, '..', '..', 'dist');
  const runtimeFile = join(dist, 'runtime.json');
  const app = ['app-test', 'app'].map((name) => join(dist, name)).find((path) => existsSync(path));
  if (app === undefined || !existsSync(runtimeFile)) {
    return complain('A PDF is printed by Electron: run "npm run app" first.\n', 1);
  }
  const { executable } = runtimeSchema.parse(JSON.parse(readFileSync(runtimeFile, 'utf8')));
  const isRoot = process.getuid?.() === 0;
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', app];
  const own = [`--data-folder=${folder}`, `--print-handout=${id},${copy},${printed}`];
  const needsDisplay = process.platform === 'linux' && process.env['DISPLAY'] === undefined;
  const program = [executable, ...flags, ...own];
  const { status } = needsDisplay
    ? spawnSync('xvfb-run', ['-a', ...program], printing)
    : spawnSync(executable, program.slice(1), printing);
  return status === 0 ? 0 : complain('Electron did not print the handout.\n', 1);
}

function complainOf({ code, detail }: Failure): number {
  return complain(`${errorsEn[code](detail)}\n`, 1);
}

function complain(sentence: string, code: number): number {
  process.stderr.write(sentence);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
