// Written at once: the program ends before anything waits to be written.

import { writeSync } from 'node:fs';
import { orElse } from './orElse.ts';

/** Throws where it cannot be written: an answer that did not arrive is none. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** A terminal that is closed, or that a program of Windows does not have, is no reason to fail. */
export function complain(line: string): void {
  orElse(null, () => writeSync(2, `${line}\n`));
}
