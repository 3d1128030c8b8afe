import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a test run its own folder for temporary files, and removes it at the end with all that tests,
 * programs they started and programs they killed left in it. A global setup of Vitest and of Playwright:
 * their workers and whatever these start take the folder from the environment.
 */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-'));
  // The packaged program is run by an ordinary user, who must be able to pass through.
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
