import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPack } from '../../build/pack/buildPack.ts';
import { writePack } from '../../build/pack/write/writePack.ts';

/** The real seeds, built by the real builder into a fresh file; returns its path. */
export function buildSeedPack(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'yandu-')), 'briefing.yandu');
  const pack = buildPack('seeds', () => undefined);
  writePack(path, pack.manifest, pack.sources);
  return path;
}

/** The same, opened for reading and writing. */
export function openSeedPack(): Database.Database {
  return new Database(buildSeedPack());
}
