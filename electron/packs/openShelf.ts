// What happens to the data folder when the program starts: the briefing that is open is opened, and the
// pack of a newer program is brought in first, by the same steps as any other update.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import {
  judgeVersion,
  rememberVersion,
  type SeenVersion,
} from '../../shared/packs/judgeVersion.ts';
import { refused } from '../../shared/packs/packReport.ts';
import { trustOf, type PackOrigin } from '../../shared/packs/packTrust.ts';
import { getHead, putOrigin, readHead, type BriefingHead } from '../db/briefing/briefingHead.ts';
import { installPack } from '../db/briefing/installPack.ts';
import { installVerified, signerOf } from './installVerified.ts';
import { refusalOf } from './refusalOf.ts';
import { readShelf, type Shelf, sweepUnfinished, writeShelf } from './shelf.ts';
import { readTrust, type OpenedBriefing, type ShelfDeps } from './shelfDeps.ts';

/** Where the first briefing of a data folder lies, as it always has. */
const FIRST_FILE = 'briefing.yandu';

/**
 * Opens the reader's briefing. A pack that cannot be brought in keeps nobody from their notes, not even where a bug
 * is why: `reportBug` is told of it.
 */
export async function openShelf(
  deps: ShelfDeps,
  reportBug: (error: unknown) => void,
): Promise<Result<OpenedBriefing>> {
  const { dataFolder } = deps;
  const read = readShelf(dataFolder);
  if (!read.ok) return read;
  sweepUnfinished(dataFolder, read.value);
  const known = withoutMissing(read.value, dataFolder) ?? findBriefings(deps);
  if (known === null) return openFirst(deps);
  const { shelf, report } = await bringShipped(deps, known).catch((error: unknown): Brought => {
    reportBug(error);
    const file = basename(deps.shipped.path);
    return { shelf: known, report: refused('unexpected', { file }) };
  });
  const file = fileOf(shelf, shelf.open);
  const opened = deps.openFile(join(dataFolder, file));
  if (!opened.ok) return opened;
  const db = opened.value;
  // A program of before wrote no origin down; it knew one kind of pack.
  if (getHead(db).origin === null) putOrigin(db, unknownOrigin(deps));
  return ok({ db, shelf, report });
}

/** The file of an installed pack. */
export function fileOf(shelf: Shelf, packId: Shelf['open']): string {
  const found = shelf.briefings.find((one) => one.packId === packId);
  if (found === undefined) throw new Error(`no briefing of ${packId}`);
  return found.file;
}

function openFirst(deps: ShelfDeps): Result<OpenedBriefing> {
  const opened = deps.openFile(join(deps.dataFolder, FIRST_FILE));
  if (!opened.ok) return opened;
  const db = opened.value;
  const sha256 = shippedSha256(deps);
  putOrigin(db, { ...unknownOrigin(deps), sha256, installedAt: deps.now() });
  const shelf = shelfOf(deps, [{ file: FIRST_FILE, head: getHead(db) }], sha256);
  return store(deps, shelf, { db, shelf, report: null });
}

/** Writes the list; where that fails the briefing is closed again. */
function store(deps: ShelfDeps, shelf: Shelf, opened: OpenedBriefing): Result<OpenedBriefing> {
  try {
    writeShelf(deps.dataFolder, shelf);
    return ok(opened);
  } catch (error) {
    opened.db.close();
    const { code } = refusalOf(error, deps.dataFolder);
    if (code === 'disk_full') return failure('disk_full');
    return failure('data_folder_unwritable', { folder: deps.dataFolder });
  }
}

function unknownOrigin(deps: ShelfDeps): PackOrigin {
  const kind = deps.shipped.sha256 === null ? 'unsigned' : 'shipped';
  return { kind, sha256: null, installedAt: null };
}

/** The list without files that somebody took away; null when none is left. */
function withoutMissing(shelf: Shelf | null, dataFolder: string): Shelf | null {
  if (shelf === null) return null;
  const briefings = shelf.briefings.filter(({ file }) => existsSync(join(dataFolder, file)));
  const [first] = briefings;
  if (first === undefined) return null;
  const isOpenThere = briefings.some(({ packId }) => packId === shelf.open);
  return { ...shelf, briefings, open: isOpenThere ? shelf.open : first.packId };
}

type Found = { readonly file: string; readonly head: BriefingHead };

/** The list from the briefings themselves: of each pack the newest edition. Null when there are none. */
function findBriefings(deps: ShelfDeps): Shelf | null {
  const found = readdirSync(deps.dataFolder)
    .filter((name) => /^briefing.*\.yandu$/.test(name))
    .flatMap((file): Found[] => {
      const head = readHead(join(deps.dataFolder, file), deps.nativeBinding);
      return head === null ? [] : [{ file, head }];
    })
    .toSorted((one, other) => one.head.pack.version - other.head.pack.version);
  return found.length === 0 ? null : shelfOf(deps, found, null);
}

/** `found` lists the editions of a pack in ascending order. */
function shelfOf(deps: ShelfDeps, found: readonly Found[], shipped: string | null): Shelf {
  const current = new Map(found.map(({ file, head }) => [head.pack.packId, file]));
  const briefings = [...current].map(([packId, file]) => ({ packId, file }));
  const first = found.find(({ file }) => file === FIRST_FILE) ?? found.at(-1);
  if (first === undefined) throw new Error('a list of no briefings');
  return {
    format: 1,
    open: first.head.pack.packId,
    briefings,
    seen: found.reduce<readonly SeenVersion[]>((seen, { head }) => {
      const { packId, version, versionLabel } = head.pack;
      const signer = signerOf(head.origin ?? unknownOrigin(deps));
      return rememberVersion(seen, { packId, signer, version, versionLabel });
    }, []),
    shipped,
  };
}

type Brought = Pick<OpenedBriefing, 'shelf' | 'report'>;

/** Looks at the program's own pack when it is another one than last time. */
async function bringShipped(deps: ShelfDeps, shelf: Shelf): Promise<Brought> {
  const { dataFolder, shipped } = deps;
  const sha256 = shippedSha256(deps);
  if (sha256 === null || shelf.shipped === sha256) return { shelf, report: null };
  const staging = join(dataFolder, 'incoming.yandu.partial');
  const file = basename(shipped.path);
  const copied = installPack({
    packPath: shipped.path,
    briefingPath: staging,
    expectedSha256: sha256,
  });
  if (!copied.ok) return { shelf, report: refusalOf(copied, dataFolder) };
  const head = readHead(staging, deps.nativeBinding);
  const origin: PackOrigin = { ...unknownOrigin(deps), sha256, installedAt: deps.now() };
  const verdict =
    head === null
      ? null
      : judgeVersion(head.pack, signerOf(origin), installedOf(deps, shelf, head), shelf.seen, file);
  if (verdict?.status !== 'install' && verdict?.status !== 'update') {
    rmSync(staging, { force: true });
    // An older program than the one of before: what is there is newer, and stays.
    return { shelf: rememberShipped(deps, shelf, sha256), report: null };
  }
  const installed = await installVerified({
    deps,
    shelf,
    copy: { staging, file, origin, hasDirectionOverrides: false },
    open: null,
    opens: false,
    signal: new AbortController().signal,
  });
  if (installed.status === 'refused') return { shelf, report: installed };
  const { db, shelf: next, report } = installed.opened;
  db.close();
  return { shelf: next, report: verdict.status === 'update' ? report : null };
}

/** The installed edition of a pack, with whether its key is still trusted. */
export function installedOf(
  deps: ShelfDeps,
  shelf: Shelf,
  { pack }: Pick<BriefingHead, 'pack'>,
): (BriefingHead['pack'] & { readonly isRevoked: boolean }) | null {
  const entry = shelf.briefings.find(({ packId }) => packId === pack.packId);
  const head =
    entry === undefined ? null : readHead(join(deps.dataFolder, entry.file), deps.nativeBinding);
  return head === null ? null : withStanding(deps, head);
}

/** The same of an open briefing, whose file nobody else can read. */
export function withStanding(
  deps: ShelfDeps,
  { pack, origin }: BriefingHead,
): BriefingHead['pack'] & { readonly isRevoked: boolean } {
  const trust = trustOf(origin ?? unknownOrigin(deps), readTrust(deps).keys, '');
  return { ...pack, isRevoked: trust.kind === 'signed' && trust.standing === 'revoked' };
}

function rememberShipped(deps: ShelfDeps, shelf: Shelf, sha256: string): Shelf {
  const next = { ...shelf, shipped: sha256 };
  try {
    writeShelf(deps.dataFolder, next);
  } catch (error) {
    // Looked at again next time; a bug is thrown on.
    refusalOf(error, deps.dataFolder);
  }
  return next;
}

/** Null where there is no pack beside the program (a development build that has not made one). */
function shippedSha256({ shipped }: ShelfDeps): string | null {
  if (shipped.sha256 !== null || !existsSync(shipped.path)) return shipped.sha256;
  return createHash('sha256').update(readFileSync(shipped.path)).digest('hex');
}
