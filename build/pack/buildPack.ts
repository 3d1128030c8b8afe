import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { packIdSchema } from '../../shared/domain/ids.ts';
import { buildSource, type BuiltSource } from './buildSource.ts';
import { MAX_SOURCE_BYTES } from './read/decodeText.ts';
import type { InputError } from './read/inputError.ts';
import {
  type Correction,
  correctionsSchema,
  type Manifest,
  manifestSchema,
  type ManifestSource,
} from './read/manifest.ts';

export type BuiltPack = {
  readonly manifest: Manifest;
  readonly sources: readonly BuiltSource[];
  readonly corrections: readonly Correction[];
  readonly errors: readonly InputError[];
};

/**
 * Builds every `.txt` and `.md` of a folder in the order of its `pack.json`, files it does not name
 * behind, by name. Throws when `pack.json` or `corrections.json` is not what it should be.
 */
export function buildPack(
  folder: string,
  onSource: (file: string, done: number, total: number) => void,
): BuiltPack {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/i.test(name))
    .sort();
  const manifest = readManifest(folder);
  const corrections = readJson(folder, 'corrections.json', correctionsSchema) ?? [];
  const named = new Set(manifest.sources.map((source) => source.file));
  const unnamed = files.filter((file) => !named.has(file)).map(describeAlone);
  const abouts = [...manifest.sources, ...unnamed];
  const sources: BuiltSource[] = [];
  const errors: InputError[] = [];
  for (const [done, about] of abouts.entries()) {
    onSource(about.file, done, abouts.length);
    const bytes = readBytes(join(folder, about.file));
    if (typeof bytes === 'string') {
      const reason = bytes.startsWith('too large') ? 'too_large' : 'unreadable';
      errors.push({ file: about.file, reason, detail: bytes });
      continue;
    }
    const own = corrections.filter((correction) => correction.file === about.file);
    const result = buildSource(bytes, about, own);
    if (result.ok) sources.push(result.source);
    else errors.push(result.error);
  }
  return { manifest, sources, corrections, errors };
}

function readManifest(folder: string): Manifest {
  return (
    readJson(folder, 'pack.json', manifestSchema) ?? {
      packId: packIdSchema.parse('pack'),
      title: basename(folder),
      version: 1,
      versionLabel: '1',
      status: null,
      sources: [],
    }
  );
}

/** Null where there is no such file; throws with the file's name and what is wrong where it cannot be used. */
function readJson<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): z.infer<Schema> | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new Error(`${name} is not JSON: ${String(error)}`, { cause: error });
  }
  const parsed = schema.safeParse(said);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function describeAlone(file: string): ManifestSource {
  return { file, origin: 'unknown', rights: 'unknown', status: null, documents: [] };
}

/** The bytes, or in words why not. */
function readBytes(path: string): Uint8Array | string {
  try {
    const { size } = statSync(path);
    if (size > MAX_SOURCE_BYTES) return `too large: ${String(size)} bytes`;
    return readFileSync(path);
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}
