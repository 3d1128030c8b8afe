import type { ProgramFacts } from './programFacts.ts';
import { say } from './terminal.ts';

/** `yandu --version`: the program's own version first, then what it runs on. */
export function sayVersion({ version, packSha256 }: ProgramFacts): number {
  const { electron, chrome, node } = process.versions;
  say(`Yandu ${version} (${__BUILD_KIND__})`);
  say(`Electron ${electron}, Chromium ${chrome}, Node.js ${node}`);
  if (packSha256 !== '') say(`pack SHA-256 ${packSha256}`);
  return 0;
}
