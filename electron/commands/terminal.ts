// Written at once: the program ends before anything waits to be written. A terminal that is closed, or that a
// program of Windows does not have, is no reason to fail.

import { writeSync } from 'node:fs';

export function say(line: string): void {
  write(1, line);
}

export function complain(line: string): void {
  write(2, line);
}

function write(stream: number, line: string): void {
  try {
    writeSync(stream, `${line}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
