import { basename, join } from 'node:path';
import type { Failure } from '../../shared/domain/result.ts';
import { readHead } from '../db/briefing/briefingHead.ts';
import { readShelf } from './shelf.ts';
import type { ShelfDeps } from './shelfDeps.ts';

export type DamagedBriefing = {
  readonly briefingPath: string;
  /** The pack it can be made of anew. */
  readonly packPath: string;
  readonly expectedSha256: string | null;
  /** False when it holds another pack than the program's own, which is not at hand. */
  readonly hasPack: boolean;
};

/** Which of the briefings could not be opened, and whether the program's own pack is the one it holds. */
export function damagedBriefing(
  { detail }: Failure,
  { dataFolder, shipped, nativeBinding }: ShelfDeps,
): DamagedBriefing {
  const file = basename(String(detail['file'] ?? 'briefing.yandu'));
  const shelf = readShelf(dataFolder);
  const entry = shelf.ok ? shelf.value?.briefings.find((one) => one.file === file) : undefined;
  const own = readHead(shipped.path, nativeBinding)?.pack.packId;
  return {
    briefingPath: join(dataFolder, file),
    packPath: shipped.path,
    expectedSha256: shipped.sha256,
    hasPack: entry === undefined || own === undefined || entry.packId === own,
  };
}
