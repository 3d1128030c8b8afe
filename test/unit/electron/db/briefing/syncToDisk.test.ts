import { expect, it } from 'vitest';
import { syncFolder } from '../../../../../electron/db/briefing/syncToDisk.ts';

it.skipIf(process.platform !== 'linux')('passes over a file system that syncs no folders', () => {
  expect(() => {
    syncFolder('/proc');
  }).not.toThrow();
});

it('fails where there is no such folder', () => {
  expect(() => {
    syncFolder('/nowhere/at all');
  }).toThrow('ENOENT');
});
