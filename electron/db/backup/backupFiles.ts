// Backups as files: `<pack id>_20261121T070323412Z.backup`, and the notes as JSON-LD of the same name beside it.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseBackups } from '../../../shared/backups/chooseBackups.ts';
import {
  isoTimeSchema,
  packIdSchema,
  type IsoTime,
  type PackId,
} from '../../../shared/domain/ids.ts';
import { removeIfFree } from '../../removeIfFree.ts';

export type BackupFile = {
  readonly path: string;
  readonly packId: PackId;
  readonly madeAt: IsoTime;
};

const fileName = /^(?<packId>.+)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup$/;

export function backupFileOf(folder: string, packId: PackId, madeAt: IsoTime): BackupFile {
  const name = `${packId}_${madeAt.replaceAll(/[-:.]/g, '')}.backup`;
  return { path: join(folder, name), packId, madeAt };
}

/** Where the notes of a backup are written for programs other than this one. */
export function notesPathOf({ path }: BackupFile): string {
  return path.replace(/\.backup$/, '.jsonld');
}

/** A pack's backups in a folder, the newest first; none where no folder can be read. */
export function listBackups(folder: string, packId: PackId): readonly BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => backupNamed(folder, name) ?? [])
    .filter((backup) => backup.packId === packId)
    .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

function backupNamed(folder: string, name: string): BackupFile | null {
  const parts = fileName.exec(name);
  if (parts === null) return null;
  const [, , year, month, day, hour, minute, second, ms] = parts;
  const packId = packIdSchema.safeParse(parts.groups?.['packId']);
  const madeAt = isoTimeSchema.safeParse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${ms ?? ''}Z`,
  );
  if (!packId.success || !madeAt.success) return null;
  return { path: join(folder, name), packId: packId.data, madeAt: madeAt.data };
}

/** Removes the backups of a pack that are not worth keeping any more, with their notes; one that is held stays. */
export function thinBackups(folder: string, packId: PackId, now: IsoTime): void {
  const backups = listBackups(folder, packId);
  const kept = chooseBackups(
    backups.map(({ madeAt }) => madeAt),
    now,
  );
  for (const backup of backups) {
    if (kept.has(backup.madeAt)) continue;
    removeIfFree(notesPathOf(backup));
    removeIfFree(backup.path);
  }
}
