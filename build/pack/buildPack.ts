import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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
  const corrections = correctionsSchema.parse(readJson(folder, 'corrections.json') ?? []);
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
  const said = readJson(folder, 'pack.json');
  if (said !== null) return manifestSchema.parse(said);
  return {
    packId: packIdSchema.parse('pack'),
    title: basename(folder),
    version: 1,
    versionLabel: '1',
    status: null,
    sources: [],
  };
}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${name} cannot be read`, { cause: error });
  }
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
