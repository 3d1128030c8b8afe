// From a checked copy of a pack to the open briefing: the reader's tables are added, in an update filled
// from the briefing of before, and at the very end one small file points at the new briefing.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { InstallReport } from '../../shared/packs/installReport.ts';
import { rememberVersion } from '../../shared/packs/judgeVersion.ts';
import { refused, type Refused } from '../../shared/packs/packReport.ts';
import { trustOf, type PackOrigin } from '../../shared/packs/packTrust.ts';
import { listAnnotations } from '../db/own/annotation.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getHead, putOrigin, type BriefingHead } from '../db/briefing/briefingHead.ts';
import { carryOver } from '../db/edition/carryOver.ts';
import { compareDocuments, countStanding } from '../db/edition/compareEditions.ts';
import { migrations } from '../db/migrations/list.ts';
import { openStaged } from '../db/briefing/openStaged.ts';
import {
  resolveForeign,
  resolveRest,
  storeResolutions,
  type FoundResolution,
} from '../db/own/resolution.ts';
import { copyWindowSettings } from '../db/briefing/setting.ts';
import { removeIfFree } from '../removeIfFree.ts';
import { renameDurably } from '../renameDurably.ts';
import { refusalOf } from './refusalOf.ts';
import { announceFile, withdrawAnnouncement, writeShelf, type Shelf } from './shelf.ts';
import { readTrust, type OpenedBriefing, type ShelfDeps } from './shelfDeps.ts';

export type VerifiedCopy = {
  /** In the data folder; gone afterwards, one way or the other. */
  readonly staging: string;
  /** The pack file's name, for sentences. */
  readonly file: string;
  readonly origin: PackOrigin;
  readonly hasDirectionOverrides: boolean;
};

type InstallArgs = {
  readonly deps: ShelfDeps;
  readonly shelf: Shelf;
  readonly copy: VerifiedCopy;
  /** The briefing the window shows, which holds its own file locked; null while there is no window. */
  readonly open: BriefingDb | null;
  /** Whether the window is to open it; otherwise what was open stays so. */
  readonly opens: boolean;
  readonly signal: AbortSignal;
};

export type Installed = {
  readonly status: 'installed';
  readonly opened: OpenedBriefing;
  readonly report: InstallReport;
};

/**
 * Installs a new pack, or updates the briefing of an installed one. Nothing of what was there is touched:
 * the old briefing's file stays as it is, and until the last step everything points at it.
 */
export async function installVerified(args: InstallArgs): Promise<Installed | Refused> {
  const { deps, copy, signal } = args;
  const { staging, file } = copy;
  let next: BriefingDb | null = null;
  let old: OldBriefing | null = null;
  try {
    const staged = openStaged(staging, migrations, deps.nativeBinding);
    if (!staged.ok) return refusalOf(staged, deps.dataFolder);
    next = staged.value;
    const head = getHead(next);
    const opened = openOld(args, head);
    if (!opened.ok) return refusalOf(opened, deps.dataFolder);
    old = opened.value;
    const annotations = old === null ? [] : listAnnotations(old.db);
    const found = await resolveForeign(annotations, next, () => signal.aborted);
    if (found === null) return refused('cancelled', { file });
    // From here to the end nothing waits: no note can be made in the old briefing and be left there.
    const report = fill(args, next, old?.db ?? null, found);
    next.close();
    return activate(args, head, report);
  } catch (error) {
    return refusalOf(error, deps.dataFolder);
  } finally {
    next?.close();
    old?.close();
    for (const ending of ['', '-journal']) removeIfFree(staging + ending);
  }
}

type OldBriefing = { readonly db: BriefingDb; readonly close: () => void };

/** The briefing that an update takes the reader's work from; null for a pack that is new here. */
function openOld(
  { deps, shelf, open }: InstallArgs,
  { pack }: BriefingHead,
): Result<OldBriefing | null> {
  const current = shelf.briefings.find((one) => one.packId === pack.packId);
  if (current === undefined) return ok(null);
  if (open !== null && shelf.open === pack.packId) {
    return ok({ db: open, close: () => undefined });
  }
  const opened = deps.openFile(join(deps.dataFolder, current.file));
  if (!opened.ok) return opened;
  const db = opened.value;
  return ok({ db, close: () => db.close() });
}

function fill(
  { deps, copy, open }: InstallArgs,
  next: BriefingDb,
  old: BriefingDb | null,
  found: readonly FoundResolution[],
): InstallReport {
  const { pack } = getHead(next);
  const about = {
    title: pack.title,
    versionLabel: pack.versionLabel,
    trust: trustOf(copy.origin, readTrust(deps).keys, deps.now().slice(0, 10)),
    hasDirectionOverrides: copy.hasDirectionOverrides,
  };
  return next.transaction((): InstallReport => {
    if (old !== null) carryOver(old, next);
    if (open !== null) copyWindowSettings(open, next);
    putOrigin(next, copy.origin);
    if (old === null) return { status: 'installed', ...about };
    const all = resolveRest(listAnnotations(old), next, found);
    storeResolutions(next, all);
    return {
      status: 'updated',
      ...about,
      fromLabel: getHead(old).pack.versionLabel,
      annotations: countStanding(next, all),
      documents: compareDocuments(old, next),
    };
  })();
}

/** Gives the filled file its name and opens it; when that has gone well the pointer is moved. */
function activate(
  { deps, shelf, copy, opens }: InstallArgs,
  { pack }: BriefingHead,
  report: InstallReport,
): Installed | Refused {
  const { dataFolder } = deps;
  const file = freshName(dataFolder, pack);
  const path = join(dataFolder, file);
  announceFile(dataFolder, file);
  renameDurably(copy.staging, path);
  const opened = deps.openFile(path);
  if (!opened.ok) {
    rmSync(path);
    return refusalOf(opened, dataFolder);
  }
  const { packId, version, versionLabel } = pack;
  const others = shelf.briefings.filter((one) => one.packId !== packId);
  const next: Shelf = {
    ...shelf,
    open: opens ? packId : shelf.open,
    briefings: [...others, { packId, file }],
    seen: rememberVersion(shelf.seen, {
      packId,
      signer: signerOf(copy.origin),
      version,
      versionLabel,
    }),
    shipped: copy.origin.kind === 'shipped' ? copy.origin.sha256 : shelf.shipped,
  };
  try {
    writeShelf(dataFolder, next);
  } catch (error) {
    opened.value.close();
    rmSync(path);
    throw error;
  }
  withdrawAnnouncement(dataFolder);
  return { status: 'installed', opened: { db: opened.value, shelf: next, report }, report };
}

/** Who vouches for a pack, as the versions seen are kept by. */
export function signerOf(origin: PackOrigin): string {
  return origin.kind === 'signed' ? origin.keyId : origin.kind;
}

/** A name that says what is in the file and that nothing has yet: no file of before is written over. */
function freshName(dataFolder: string, { packId, version }: BriefingHead['pack']): string {
  const stem = `briefing-${packId}-${String(version)}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.yandu` : `${stem}-${String(count)}.yandu`;
    if (!existsSync(join(dataFolder, name))) return name;
  }
}
