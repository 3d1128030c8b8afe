// npm run -s notes -- <briefing> --export F.jsonld|F.md [--policy P.json]
// npm run -s notes -- <briefing> --import F.jsonld
// The window's own export and import of annotations, for scripts and for collecting a group's notes. What the
// machine's policy forbids the window is forbidden here too; `--policy` names a further one to obey.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, type Failure } from '../../shared/domain/result.ts';
import { annotationFormatSchema, type AnnotationFormat } from '../../shared/ipc/exchanging.ts';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { mergeAnnotations } from '../db/own/mergeAnnotations.ts';
import { migrations } from '../db/migrations/list.ts';
import { openBriefing } from '../db/openBriefing.ts';
import { isBriefing } from '../db/briefing/packFile.ts';
import { getPackInfo } from '../db/reading.ts';
import { now } from '../now.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import { readCommandPolicies } from '../policy/readCommandPolicies.ts';
import { annotationsText } from './annotationsText.ts';
import { readAnnotations } from './readAnnotations.ts';
import { writeAtomically } from './writeAtomically.ts';

const usage = `usage: npm run -s notes -- <briefing> --export F.jsonld|F.md [--policy P.json]
       npm run -s notes -- <briefing> --import F.jsonld
`;

type Request =
  | {
      readonly kind: 'export';
      readonly briefing: string;
      readonly file: string;
      readonly format: AnnotationFormat;
      readonly policy: string | null;
    }
  | { readonly kind: 'import'; readonly briefing: string; readonly file: string };

async function main(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if (request === null) return complain(usage, 2);
  const { briefing } = request;
  if (!existsSync(briefing)) return complain(`There is no briefing at ${briefing}.\n`, 1);
  // Opening a pack as a briefing would write the reader's tables into it.
  if (!isBriefing(briefing)) {
    return complain(`${briefing} is not a briefing; About names the data folder it lies in.\n`, 1);
  }
  const opened = openBriefing({
    packPath: briefing,
    expectedSha256: null,
    briefingPath: briefing,
    migrations,
    nativeBinding: null,
    useWal: false,
    backup: { folder: join(dirname(resolve(briefing)), 'backups'), madeAt: now() },
  });
  if (!opened.ok) return complainOf(opened);
  const db = opened.value;
  try {
    return request.kind === 'export'
      ? await exportTo(db, request)
      : await importFrom(db, request.file);
  } finally {
    db.close();
  }
}

function readRequest(args: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        export: { type: 'string' },
        import: { type: 'string' },
        policy: { type: 'string' },
      },
    });
    const [briefing, ...others] = positionals;
    if (briefing === undefined || others.length > 0) return null;
    if (values.import !== undefined) {
      if (values.export !== undefined || values.policy !== undefined) return null;
      return { kind: 'import', briefing, file: resolve(values.import) };
    }
    if (values.export === undefined) return null;
    const format = annotationFormatSchema.parse(extname(values.export).slice(1));
    const policy = values.policy === undefined ? null : resolve(values.policy);
    return { kind: 'export', briefing, file: resolve(values.export), format, policy };
  } catch {
    // Whatever is wrong with the arguments, the usage says what is right.
    return null;
  }
}

async function exportTo(
  db: BriefingDb,
  { file, format, policy }: Extract<Request, { kind: 'export' }>,
): Promise<number> {
  const policies = readCommandPolicies(policy);
  if (!policies.ok) return complainOf(policies);
  const mayLeave = policies.value.every((one) =>
    listAllowedFormats(db, one, { kind: 'annotations' }).includes(format),
  );
  if (!mayLeave) return complainOf(failure('policy_forbids'));
  const { text, count } = annotationsText(db, format, { ids: null, notes: zh.notes });
  const written = await writeAtomically(file, new TextEncoder().encode(text));
  if (!written.ok) return complainOf(written);
  process.stdout.write(`${file}\nannotations: ${String(count)}\n`);
  return 0;
}

async function importFrom(db: BriefingDb, file: string): Promise<number> {
  const states = await readAnnotations(file, getPackInfo(db).packId);
  if (!states.ok) return complainOf(states);
  const counts = mergeAnnotations({ db, now, newId: randomUUID }, states.value);
  const said = Object.entries(counts).map(([what, count]) => `${what}: ${String(count)}`);
  process.stdout.write(`${said.join(', ')}\n`);
  return 0;
}

function complainOf({ code, detail }: Failure): number {
  return complain(`${en.errors[code](detail)}\n`, 1);
}

function complain(sentence: string, code: number): number {
  process.stderr.write(sentence);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
