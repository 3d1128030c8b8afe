import { describe, expect, it } from 'vitest';
import { untilNotHeld, whenNotHeld } from '../../../electron/heldFiles.ts';

/** A file that another program lets go after `refusals` attempts to rename it. */
function heldFile(
  refusals: number,
  code: string,
): { attempts: number; readonly rename: () => void } {
  const file = {
    attempts: 0,
    rename: () => {
      file.attempts += 1;
      if (file.attempts <= refusals) throw Object.assign(new Error(code), { code });
    },
  };
  return file;
}

type Renamed = (act: () => void, platform: NodeJS.Platform) => Promise<void>;

const blocking: Renamed = async (act, platform) => {
  await Promise.resolve();
  whenNotHeld(act, platform);
};
const waiting: Renamed = (act, platform) =>
  untilNotHeld(async () => {
    await Promise.resolve();
    act();
  }, platform);

describe.each([
  ['at once', blocking],
  ['without blocking', waiting],
])('what another program holds, renamed %s', (_how, renamed) => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again on Windows after %s', async (code) => {
    const file = heldFile(2, code);

    await renamed(file.rename, 'win32');

    expect(file.attempts).toBe(3);
  });

  it('is given up where it is never let go', async () => {
    const file = heldFile(Infinity, 'EBUSY');

    await expect(renamed(file.rename, 'win32')).rejects.toThrow('EBUSY');

    expect(file.attempts).toBe(20);
  });

  it.each([
    ['linux', 'EACCES'],
    ['win32', 'ENOSPC'],
  ] as const)('is not tried again on %s after %s', async (platform, code) => {
    const file = heldFile(1, code);

    await expect(renamed(file.rename, platform)).rejects.toThrow(code);

    expect(file.attempts).toBe(1);
  });
});
