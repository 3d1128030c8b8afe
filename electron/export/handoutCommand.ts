// npm run -s handout -- <briefing> --list
// npm run -s handout -- <briefing> --id X --format docx|pdf|html|md|txt --out F [--copy members] [--policy P.json]
// The app's own composing and writing on the command line. It works on a copy of the briefing, so that it
// changes nothing and may run beside the program. A PDF is printed by the staged Electron (`npm run app`).
// What the machine's policy forbids the window is forbidden here too; `--policy` names a further one to obey.

import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
import { failure, ok, type Result } from '../../shared/domain/result.ts';
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
import { renderHandout } from './renderHandout.ts';
import { writeAtomically } from './writeAtomically.ts';

const usage = `usage: npm run -s handout -- <briefing> --list
       npm run -s handout -- <briefing> --id X --format docx|pdf|html|md|txt --out F [--copy members]
         [--policy P.json]
`;

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
  if (request === null) return complain(usage, 2);
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
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRequest(args: readonly string[]): Request | null {
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
    if (briefing === undefined || others.length > 0) return null;
    if (values.list === true) return { kind: 'list', briefing };
    return {
      kind: 'export',
      briefing,
      id: handoutIdSchema.parse(values.id),
      format: exportFormatSchema.parse(values.format),
      copy: handoutCopySchema.parse(values.copy),
      out: resolve(z.string().parse(values.out)),
      policy: values.policy === undefined ? null : resolve(values.policy),
    };
  } catch {
    // Whatever is wrong with the arguments, the usage says what is right.
    return null;
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

async function exportOne(
  db: BriefingDb,
  request: Extract<Request, { kind: 'export' }>,
  folder: string,
): Promise<number> {
  const handout = findHandout(db, request.id);
  if (handout === null) return complain(`There is no handout ${request.id}; see --list.\n`, 1);
  const allowed = mayLeave(db, request);
  if (!allowed.ok) {
    db.close();
    return complain(`${errorsEn[allowed.code](allowed.detail)}\n`, 1);
  }
  const source = composeSource(db);
  const checks = checkQuotes(handout, source.findDocument);
  const equal = checks.filter((check) => check.status === 'equal').length;
  if (request.format === 'pdf') {
    db.close();
    const code = printPdf(request, folder);
    if (code !== 0) return code;
  } else {
    const model = composeHandout(handout, source, request.copy);
    db.close();
    const written = await writeAtomically(request.out, await renderHandout(model, request.format));
    if (!written.ok) return complain(`${request.out} was not written: ${written.code}.\n`, 1);
  }
  process.stdout.write(
    `${request.out}\nquotations: ${String(equal)} of ${String(checks.length)} equal\n`,
  );
  return 0;
}

/** The window's own gate, for every policy there is. */
function mayLeave(
  db: BriefingDb,
  { id, format, policy }: Extract<Request, { kind: 'export' }>,
): Result<null> {
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
function printPdf(request: Extract<Request, { kind: 'export' }>, folder: string): number {
  const dist = resolve(import.meta.dirname, '..', '..', 'dist');
  const runtimeFile = join(dist, 'runtime.json');
  const app = ['app-test', 'app'].map((name) => join(dist, name)).find((path) => existsSync(path));
  if (app === undefined || !existsSync(runtimeFile)) {
    return complain('A PDF is printed by Electron: run "npm run app" first.\n', 1);
  }
  const { executable } = runtimeSchema.parse(JSON.parse(readFileSync(runtimeFile, 'utf8')));
  const isRoot = process.getuid?.() === 0;
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', app];
  const own = [
    `--data-folder=${folder}`,
    `--print-handout=${request.id},${request.copy},${request.out}`,
  ];
  const needsDisplay = process.platform === 'linux' && process.env['DISPLAY'] === undefined;
  const program = [executable, ...flags, ...own];
  const { status } = needsDisplay
    ? spawnSync('xvfb-run', ['-a', ...program], printing)
    : spawnSync(executable, program.slice(1), printing);
  return status === 0 ? 0 : complain('Electron did not print the handout.\n', 1);
}

function complain(sentence: string, code: number): number {
  process.stderr.write(sentence);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
