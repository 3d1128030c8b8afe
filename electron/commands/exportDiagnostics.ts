import { readdirSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { settingsSchema } from '../../shared/ipc/app.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { parseJson } from '../../shared/text/parseJson.ts';
import { backupFolder, isLocalFolder } from '../dataFolder.ts';
import { inspectBriefing, type BriefingFacts } from '../db/rescue/inspectBriefing.ts';
import type { LaunchOptions } from '../launchOptions.ts';
import { logFolder, readLog } from '../log/createLog.ts';
import { findGround, type Ground } from '../prepareGround.ts';
import { orElse } from './orElse.ts';
import type { ProgramFacts } from './programFacts.ts';
import { complain, say } from './terminal.ts';

const LOG_LINES = 500;
const MEBIBYTE = 1024 * 1024;

/** Settings that are a choice, not words of the reader. */
const plainSettings = settingsSchema.unwrap().omit({ pigmentNames: true, author: true }).strip();

/**
 * `yandu --export-diagnostics FILE`: what whoever helps needs to know, as one JSON file that can be read before it
 * is handed on. Holds no text of a document or note, no name of a person, no path. Exit code 0 when it is written.
 */
export function exportDiagnostics(
  file: string,
  options: LaunchOptions,
  facts: ProgramFacts,
  now: () => IsoTime,
): number {
  const report = { madeAt: now(), ...describe(options, facts) };
  try {
    writeFileSync(resolve(file), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    complain(
      `无法写入 ${basename(file)}。${basename(file)} cannot be written (${String(error.code)}).`,
    );
    return 1;
  }
  say(basename(file));
  return 0;
}

function describe(options: LaunchOptions, facts: ProgramFacts): Readonly<Record<string, unknown>> {
  const { electron, chrome, node } = process.versions;
  const program = {
    version: facts.version,
    build: __BUILD_KIND__,
    electron,
    electronShipped: facts.electronShipped,
    chromium: chrome,
    node,
    packSha256: facts.packSha256,
  };
  const system = {
    platform: platform(),
    release: release(),
    arch: arch(),
    processors: cpus().length,
    memoryMebibytes: Math.round(totalmem() / MEBIBYTE),
  };
  const ground = findGround(options, facts.machine);
  if (!ground.ok) {
    const { reason = '', item = '' } = ground.detail;
    return { program, system, policy: { status: 'broken', problem: reason, item } };
  }
  return { program, system, ...describeGround(ground.value, facts) };
}

function describeGround(
  { policy, dataFolder, isPortable }: Ground,
  { machine, nativeBinding }: ProgramFacts,
): Readonly<Record<string, unknown>> {
  const exists = orElse(false, () => statSync(dataFolder).isDirectory());
  const files = exists ? listBriefingFiles(dataFolder) : null;
  return {
    policy: describePolicy(policy),
    dataFolder: {
      exists,
      isReadable: files !== null,
      isPortable,
      isManaged: policy.dataFolder !== null,
      ...(exists && {
        isLocal: isLocalFolder(dataFolder, machine.platform, machine.env),
        freeMebibytes: freeMebibytes(dataFolder),
      }),
    },
    briefings: (files ?? []).map((file) => describeBriefing(inspectBriefing(file, nativeBinding))),
    backups: describeBackups(backupFolder(dataFolder)),
    // A line that was cut off when the machine went down is null.
    log: orElse(null, () => readLog(logFolder(dataFolder), LOG_LINES))?.map(parseJson) ?? null,
  };
}

function describePolicy({ source, managed }: Policy): unknown {
  if (source.status !== 'broken') return { status: source.status, managed };
  return { status: 'broken', problem: source.problem, item: source.item };
}

function describeBriefing(briefing: BriefingFacts): unknown {
  if (!('settings' in briefing)) return briefing;
  const settings = plainSettings.safeParse(briefing.settings);
  return { ...briefing, settings: settings.success ? settings.data : null };
}

/**
 * The current briefing of each pack, and older ones that stay beside them; null when the folder may not be read,
 * which is one of the things that whoever helps wants to know.
 */
function listBriefingFiles(dataFolder: string): readonly string[] | null {
  const names = orElse(null, () => readdirSync(dataFolder));
  return (
    names
      ?.filter((name) => /^briefing.*\.yandu$/.test(name))
      .sort()
      .map((name) => join(dataFolder, name)) ?? null
  );
}

/** Ages in hours, the newest first. */
function describeBackups(folder: string): unknown {
  const ages = orElse([], () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.backup'))
      .map((name) => Math.round((Date.now() - statSync(join(folder, name)).mtimeMs) / 360_000) / 10)
      .toSorted((one, other) => one - other),
  );
  return { count: ages.length, ageHours: ages };
}

function freeMebibytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.round((bavail * bsize) / MEBIBYTE);
}
