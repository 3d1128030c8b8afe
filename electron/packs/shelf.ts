// Which briefings the data folder holds and which one is open: one small file, replaced as a whole.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packInfoSchema } from '../../shared/domain/pack.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { removeIfFree } from '../removeIfFree.ts';
import { renameDurably } from '../renameDurably.ts';
import { isNotFound } from './isNotFound.ts';

const SHELF_FILE = 'briefings.json';
const SHELF_FORMAT = 1;
/** Swept away by programs that do not know it, too. */
const ANNOUNCEMENT = 'incoming.name.partial';
const fileSchema = z.string().regex(/^briefing[^/\\]*\.yandu$/);
const { packId, version, versionLabel } = packInfoSchema.unwrap().shape;

const shelfSchema = z
  .strictObject({
    format: z.literal(SHELF_FORMAT),
    open: packId,
    /** The current briefing of each pack. Older ones stay in the folder. */
    briefings: z
      .array(z.strictObject({ packId, file: fileSchema }).readonly())
      .min(1)
      .readonly(),
    /** The highest version of each pack and signer that was ever installed here. */
    seen: z
      .array(z.strictObject({ packId, signer: z.string(), version, versionLabel }).readonly())
      .readonly(),
    /** SHA-256 of the program's own pack when it was last looked at. */
    shipped: z.string().nullable(),
  })
  .refine(({ open, briefings }) => briefings.some((one) => one.packId === open))
  .readonly();
export type Shelf = z.infer<typeof shelfSchema>;

/** Null where there is none, or none that can be read: the briefings themselves tell what is there. */
export function readShelf(dataFolder: string): Result<Shelf | null> {
  const value = readJson(join(dataFolder, SHELF_FILE));
  const form = z.object({ format: z.int() }).safeParse(value);
  if (form.success && form.data.format > SHELF_FORMAT) {
    return failure('briefing_newer', { file: SHELF_FILE });
  }
  const shelf = shelfSchema.safeParse(value);
  return ok(shelf.success ? shelf.data : null);
}

/** Afterwards the old list or the new one is on the disk, whatever happens. Throws as `node:fs` does. */
export function writeShelf(dataFolder: string, shelf: Shelf): void {
  const path = join(dataFolder, SHELF_FILE);
  const unfinished = `${path}.partial`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(shelf, null, 2)}\n`, { flush: true, mode: 0o600 });
    renameDurably(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Says which name an installation is about to take, until the list names it: who is killed in between leaves
 * a briefing that nobody knows of.
 */
export function announceFile(dataFolder: string, file: string): void {
  writeFileSync(join(dataFolder, ANNOUNCEMENT), file, { flush: true, mode: 0o600 });
}

export function withdrawAnnouncement(dataFolder: string): void {
  rmSync(join(dataFolder, ANNOUNCEMENT), { force: true });
}

/**
 * Takes away what a killed installation left half made. A file that was announced and is not in the list was
 * never shown to anybody; where there is no list nothing can be said of it, and it stays. What another program
 * holds is left for the next start.
 */
export function sweepUnfinished(dataFolder: string, shelf: Shelf | null): void {
  const announced = readAnnouncement(dataFolder);
  const isListed = shelf?.briefings.some(({ file }) => file === announced) ?? true;
  let isSwept = true;
  if (announced !== null && !isListed) {
    const files = ['', '-wal', '-shm', '-journal'].map((ending) => announced + ending);
    isSwept = files.map((name) => removeIfFree(join(dataFolder, name))).every(Boolean);
  }
  for (const name of readdirSync(dataFolder)) {
    if (!/^(?:briefing|incoming).*\.partial(?:-journal|-wal|-shm)?$/.test(name)) continue;
    if (isSwept || name !== ANNOUNCEMENT) removeIfFree(join(dataFolder, name));
  }
}

/** Null where there is none, or none that this program wrote. */
function readAnnouncement(dataFolder: string): string | null {
  try {
    const file = fileSchema.safeParse(readFileSync(join(dataFolder, ANNOUNCEMENT), 'utf8'));
    return file.success ? file.data : null;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Null where there is nothing, or no JSON. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isNotFound(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}
