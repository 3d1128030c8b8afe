import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundProgram } from './findPrograms.ts';
import type { FuseState, FuseTable } from './fuses.ts';
import { parseJson } from './parseJson.ts';
import { FUSES_FILE } from './releaseRecord.ts';

/** The fuse tables written when the programs were packed. Empty when there is no such file, or another. */
export async function readRecordedFuses(folder: string): Promise<readonly FoundProgram[]> {
  const text = await readFile(join(folder, FUSES_FILE), 'utf8').catch(() => 'null');
  const programs: unknown = parseJson(text);
  return Array.isArray(programs) && programs.every(isProgram) ? programs : [];
}

function isProgram(value: unknown): value is FoundProgram {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    typeof value.file === 'string' &&
    'fuses' in value &&
    Array.isArray(value.fuses) &&
    value.fuses.length > 0 &&
    value.fuses.every(isFuseTable)
  );
}

function isFuseTable(value: unknown): value is FuseTable {
  return typeof value === 'object' && value !== null && Object.values(value).every(isFuseState);
}

function isFuseState(value: unknown): value is FuseState {
  return value === 'on' || value === 'off' || value === 'removed';
}
