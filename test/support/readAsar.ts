import { readFileSync } from 'node:fs';
import { z } from 'zod';

type Entry = {
  readonly files?: Readonly<Record<string, Entry>> | undefined;
  readonly integrity?: { readonly hash: string } | undefined;
};
const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entrySchema).optional(),
    integrity: z.object({ hash: z.string() }).optional(),
  }),
);

/** SHA-256 in hex of every file in an Electron archive, by its path, from the archive's own header. */
export function readAsarHashes(archive: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(archive);
  // Two pickled values: the header's size, then the header, which is a length and JSON.
  const json = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8');
  const hashes = new Map<string, string>();
  const walk = (path: string, { files, integrity }: Entry): void => {
    if (integrity !== undefined) hashes.set(path, integrity.hash);
    for (const [name, entry] of Object.entries(files ?? {})) walk(`${path}/${name}`, entry);
  };
  walk('', entrySchema.parse(JSON.parse(json)));
  return hashes;
}
