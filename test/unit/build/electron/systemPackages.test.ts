import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { StepFailure } from '../../../../build/electron/stepFailure.ts';
import { ensureSystemPackages } from '../../../../build/electron/systemPackages.ts';

const folder = mkdtempSync(join(tmpdir(), 'yandu-packages-'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it.runIf(existsSync('/usr/bin/dpkg-query'))(
  'tells whoever may not install packages the one command that installs what is missing',
  async () => {
    // A Debian that has one of the two.
    writeFileSync(join(folder, 'dpkg-query'), '#!/bin/sh\necho "xauth installed"\n', {
      mode: 0o755,
    });
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
    vi.spyOn(process, 'getuid').mockReturnValue(1000);

    const asked = ensureSystemPackages(['virtual screen']);

    await expect(asked).rejects.toThrow(StepFailure);
    await expect(asked).rejects.toMatchObject({
      message: 'these system packages are missing: xvfb.',
      advice: 'run "sudo apt-get install -y --no-install-recommends xvfb", then try again.',
    });
  },
);
