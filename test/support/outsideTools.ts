// Programs no one here wrote, which read what the program exports.

import { spawnSync } from 'node:child_process';

/** True when the program is installed. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/** What a program prints; throws with its complaint when it fails. */
export function runTool(name: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, [...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
