// Written at once: the program ends before anything waits to be written.

import { writeSync } from 'node:fs';

export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

export function complain(line: string): void {
  writeSync(2, `${line}\n`);
}
