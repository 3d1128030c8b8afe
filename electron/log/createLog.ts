import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import type { LogEntry } from './logEntry.ts';

export type Log = (entry: LogEntry) => void;

/** Bytes of one file, and how many are kept: about 4,000 lines, a megabyte at most. */
const LARGEST_FILE = 256 * 1024;
const FILES = 4;

/** Where the log of a data folder is. */
export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs');
}

/**
 * A log of one JSON line an event in `yandu.log`; full files become `yandu.1.log` to `yandu.3.log`, and the oldest
 * goes. What cannot be logged is not: a full disk must not stop the program.
 */
export function createLog(folder: string, now: () => IsoTime): Log {
  return (entry) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rotate(folder);
      const line = `${JSON.stringify({ at: now(), ...entry })}\n`;
      appendFileSync(nthFile(folder, 0), line, { mode: 0o600 });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  };
}

/** The newest lines, the oldest of them first. */
export function readLog(folder: string, most: number): readonly string[] {
  const files = Array.from({ length: FILES }, (_, index) => nthFile(folder, FILES - 1 - index));
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .slice(-most);
}

function rotate(folder: string): void {
  const size = statSync(nthFile(folder, 0), { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGEST_FILE) return;
  for (let index = FILES - 1; index > 0; index -= 1) {
    const older = nthFile(folder, index - 1);
    if (existsSync(older)) renameSync(older, nthFile(folder, index));
  }
}

function nthFile(folder: string, index: number): string {
  return join(folder, index === 0 ? 'yandu.log' : `yandu.${index}.log`);
}
