// The desk where the window hands packs in: one at a time, checked in a process of its own, installed,
// and then shown.

import { realpathSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { PackId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { InstallReport } from '../../shared/packs/installReport.ts';
import { judgeVersion } from '../../shared/packs/judgeVersion.ts';
import {
  refused,
  type CheckProgress,
  type PackReport,
  type VerifiedPack,
} from '../../shared/packs/packReport.ts';
import type { PackOrigin } from '../../shared/packs/packTrust.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getHead } from '../db/briefing/briefingHead.ts';
import { copyWindowSettings } from '../db/briefing/setting.ts';
import { removeIfFree } from '../removeIfFree.ts';
import type { CheckRequest } from './checkRequest.ts';
import { installVerified, signerOf, type VerifiedCopy } from './installVerified.ts';
import { isNotFound } from './isNotFound.ts';
import { fileOf, installedOf, withStanding } from './openShelf.ts';
import { refusalOf } from './refusalOf.ts';
import { writeShelf, type Shelf } from './shelf.ts';
import { readTrust, type OpenedBriefing, type ShelfDeps } from './shelfDeps.ts';
import { checkTimeLimit, superviseCheck, type CheckProcess } from './superviseCheck.ts';

export type PackDesk = {
  readonly shelf: () => Shelf;
  /** Keeps a path for `install`; answers the file's name, which is all the window learns. */
  readonly offer: (path: string) => { readonly file: string };
  /** After success the briefing is shown already, and the report also waits for `takeReport`. */
  readonly install: () => Promise<Result<InstallReport>>;
  readonly cancel: () => void;
  readonly progress: () => CheckProgress | null;
  readonly takeReport: () => InstallReport | null;
  readonly open: (packId: PackId) => Result<null>;
};

type DeskArgs = {
  readonly deps: ShelfDeps;
  readonly opened: OpenedBriefing;
  readonly startCheck: (request: CheckRequest) => CheckProcess;
  readonly onProgress: () => void;
  /** Closes the briefing that was open and shows this one. */
  readonly show: (db: BriefingDb) => void;
};

/** What changes while the window is open. */
type Desk = DeskArgs & {
  opened: OpenedBriefing;
  offered: string | null;
  running: AbortController | null;
  progress: CheckProgress | null;
  report: InstallReport | null;
};

export function createPackDesk(args: DeskArgs): PackDesk {
  const desk: Desk = {
    ...args,
    offered: null,
    running: null,
    progress: null,
    report: args.opened.report,
  };
  return {
    shelf: () => desk.opened.shelf,
    offer(path) {
      desk.offered = path;
      return { file: basename(path) };
    },
    install: () => installOffered(desk),
    cancel: () => desk.running?.abort(),
    progress: () => desk.progress,
    takeReport() {
      const { report } = desk;
      desk.report = null;
      return report;
    },
    open: (packId) =>
      desk.running === null ? openOther(desk, packId, null) : failure('input_invalid'),
  };
}

async function installOffered(desk: Desk): Promise<Result<InstallReport>> {
  const { offered, running } = desk;
  if (offered === null || running !== null) return failure('input_invalid');
  const own = new AbortController();
  Object.assign(desk, { offered: null, running: own });
  try {
    return ok(await installFrom(desk, offered, own.signal));
  } finally {
    Object.assign(desk, { running: null, progress: null });
  }
}

async function installFrom(
  desk: Desk,
  packPath: string,
  signal: AbortSignal,
): Promise<InstallReport> {
  const { dataFolder, policy } = desk.deps;
  const file = basename(packPath);
  if (policy.trust === 'shippedOnly') return refused('shipped_only', { file });
  if (policy.packFolder !== null && !isInside(packPath, policy.packFolder)) {
    return refused('outside_folder', { file, folder: policy.packFolder });
  }
  // The check of a program that was killed may outlive it by a moment and make its file just now.
  const staging = join(dataFolder, `incoming-${String(process.pid)}.yandu.partial`);
  try {
    rmSync(staging, { force: true });
    const checked = await check(desk, packPath, staging, signal);
    if (checked.status === 'refused') return checked;
    return await place(desk, checked, { staging, file }, signal);
  } catch (error) {
    return refusalOf(error, dataFolder);
  } finally {
    removeIfFree(staging);
  }
}

/** Whether a file lies in a folder, links followed; the drive letters of shares and short names too. */
function isInside(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync.native(folder), realpathSync.native(path));
    return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** A copy of the pack, the reader's tables and their log in it, and some air. */
const SPACE_FACTOR = 3;

async function check(
  desk: Desk,
  packPath: string,
  stagingPath: string,
  signal: AbortSignal,
): Promise<PackReport> {
  const { dataFolder, nativeBinding, policy } = desk.deps;
  const size = statSync(packPath, { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, bsize } = statfsSync(dataFolder);
  if (bavail * bsize < SPACE_FACTOR * size) return refused('disk_full');
  return superviseCheck({
    child: desk.startCheck({
      packPath,
      stagingPath,
      keys: readTrust(desk.deps).keys,
      allowUnsigned: policy.allowUnsignedPacks,
      nativeBinding,
    }),
    packPath,
    timeLimit: checkTimeLimit(size),
    onProgress: (progress) => {
      desk.progress = progress;
      desk.onProgress();
    },
    signal,
  });
}

async function place(
  desk: Desk,
  checked: VerifiedPack,
  { staging, file }: Pick<VerifiedCopy, 'staging' | 'file'>,
  signal: AbortSignal,
): Promise<InstallReport> {
  const { deps, opened } = desk;
  const { db, shelf } = opened;
  const { pack, hasDirectionOverrides } = checked;
  const origin = originOf(checked, deps.now());
  const installed =
    pack.packId === shelf.open
      ? withStanding(deps, getHead(db))
      : installedOf(deps, shelf, checked);
  const verdict = judgeVersion(pack, signerOf(origin), installed, shelf.seen, file);
  if (verdict.status === 'refused') return verdict;
  if (verdict.status === 'known') {
    const { title, versionLabel } = pack;
    const known = { status: 'known', title, versionLabel } as const;
    const shown = openOther(desk, pack.packId, known);
    return shown.ok ? known : refusalOf(shown, deps.dataFolder);
  }
  if (verdict.status === 'update' && deps.policy.packUpdates === 'forbidden') {
    return refused('updates_forbidden', { file });
  }
  const copy = { staging, file, origin, hasDirectionOverrides };
  const done = await installVerified({ deps, shelf, copy, open: db, opens: true, signal });
  if (done.status === 'refused') return done;
  showOther(desk, done.opened);
  return done.report;
}

function originOf({ signature, sha256 }: VerifiedPack, installedAt: string): PackOrigin {
  return signature === null
    ? { kind: 'unsigned', sha256, installedAt }
    : { kind: 'signed', sha256, installedAt, ...signature };
}

/** Opens another installed briefing; `report` is told when the window shows it. */
function openOther(desk: Desk, packId: PackId, report: InstallReport | null): Result<null> {
  const { deps, opened } = desk;
  if (packId === opened.shelf.open) return ok(null);
  const other = deps.openFile(join(deps.dataFolder, fileOf(opened.shelf, packId)));
  if (!other.ok) return other;
  const shelf = { ...opened.shelf, open: packId };
  try {
    copyWindowSettings(opened.db, other.value);
    writeShelf(deps.dataFolder, shelf);
  } catch (error) {
    other.value.close();
    const { code } = refusalOf(error, deps.dataFolder);
    if (code === 'disk_full') return failure('disk_full');
    return failure('data_folder_unwritable', { folder: deps.dataFolder });
  }
  showOther(desk, { db: other.value, shelf, report });
  return ok(null);
}

function showOther(desk: Desk, next: OpenedBriefing): void {
  desk.opened = next;
  desk.report = next.report ?? desk.report;
  desk.show(next.db);
}
