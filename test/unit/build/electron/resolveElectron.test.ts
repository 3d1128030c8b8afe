import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveElectron } from '../../../../build/electron/resolveElectron.ts';
import { StepFailure } from '../../../../build/electron/stepFailure.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function overrideWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-electron-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  return folder;
}

describe.runIf(process.platform === 'linux')('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('is taken before any other Electron', async () => {
    const folder = overrideWith({ version: 'v45.4.1\n', electron: '' });

    expect(await resolveElectron()).toEqual({
      source: 'override',
      folder,
      executable: join(folder, 'electron'),
      version: '45.4.1',
    });
  });

  it('that names no unpacked Electron ends the step, and says what to do', async () => {
    overrideWith({ electron: '' });

    const failed = resolveElectron();

    await expect(failed).rejects.toThrow(StepFailure);
    await expect(failed).rejects.toMatchObject({
      advice: expect.stringContaining('or unset it') as string,
    });
  });
});
