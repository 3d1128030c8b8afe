// Which briefings the data folder holds and which one is open: one small file, replaced as a whole.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packInfoSchema } from '../../shared/domain/pack.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { renameDurably } from '../renameDurably.ts';
import { isNotFound } from './isNotFound.ts';

const SHELF_FILE = 'briefings.json';
const SHELF_FORMAT = 1;
const { packId, version, versionLabel } = packInfoSchema.unwrap().shape;

const shelfSchema = z
  .strictObject({
    format: z.literal(SHELF_FORMAT),
    open: packId,
    /** The current briefing of each pack. Older ones stay in the folder. */
    briefings: z
      .array(
        z.strictObject({ packId, file: z.string().regex(/^briefing[^/\\]*\.yandu$/) }).readonly(),
      )
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

/** Takes away what a killed installation left half made. */
export function sweepUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (/^(?:briefing|incoming).*\.partial(?:-journal|-wal|-shm)?$/.test(name)) {
      rmSync(join(dataFolder, name), { force: true });
    }
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
