import { expect, it } from 'vitest';
import { machineTrustFolder } from '../../../../electron/packs/trustedKeys.ts';
import { adminFolder } from '../../../../electron/policy/adminFolder.ts';
import { policyPath } from '../../../../electron/policy/policyPath.ts';

const everywhere = (): boolean => true;
const nowhere = (): boolean => false;

it('is not moved on Windows by who starts the program with another environment', () => {
  const env = { ProgramData: 'C:\\Users\\wang\\mine' };

  expect(adminFolder('win32', env, everywhere)).toBe('C:\\ProgramData\\Yandu');
});

it('is found on Windows where the system lies on another drive', () => {
  expect(adminFolder('win32', { ProgramData: 'D:\\ProgramData' }, nowhere)).toBe(
    'D:\\ProgramData\\Yandu',
  );
  expect(adminFolder('win32', {}, nowhere)).toBe('C:\\ProgramData\\Yandu');
});

it.each([
  ['linux', '/etc/yandu'],
  ['darwin', '/Library/Application Support/Yandu'],
] as const)('holds policy and keys on %s', (platform, folder) => {
  expect(policyPath(platform, { ProgramData: '/x' })).toBe(`${folder}/policy.json`);
  expect(machineTrustFolder(platform, {})).toBe(`${folder}/trust.d`);
});

it('is written with the marks of Windows there', () => {
  expect(policyPath('win32', {})).toBe('C:\\ProgramData\\Yandu\\policy.json');
});
