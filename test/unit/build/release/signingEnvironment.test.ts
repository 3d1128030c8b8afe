import { describe, expect, it } from 'vitest';
import {
  builderSigningArgs,
  listMissingSigning,
  readSigningEnvironment,
} from '../../../../build/release/signing/signingEnvironment.ts';

const certificate = { WIN_CSC_LINK: 'publisher.pfx', YANDU_TIMESTAMP_SERVER: 'a server' };
const azure = {
  YANDU_AZURE_ENDPOINT: 'endpoint',
  YANDU_AZURE_ACCOUNT: 'account',
  YANDU_AZURE_PROFILE: 'profile',
  YANDU_PUBLISHER: 'The publisher',
};
const apple = {
  CSC_LINK: 'developer.p12',
  APPLE_API_KEY: 'key.p8',
  APPLE_API_KEY_ID: 'id',
  APPLE_API_ISSUER: 'issuer',
};
const release = { YANDU_RELEASE_KEY: 'release.pem' };

describe('what a release for a system needs to be signed', () => {
  it.each([
    ['win32', { ...release, ...certificate }],
    ['win32', { ...release, ...azure }],
    ['darwin', { ...release, ...apple }],
    ['linux', { ...release, YANDU_GPG_KEY: 'fingerprint' }],
  ] as const)('is all there on %s with %o', (platform, env) => {
    expect(listMissingSigning(platform, readSigningEnvironment(env))).toEqual([]);
  });

  it.each([
    ['win32', release, 'neither WIN_CSC_LINK'],
    ['win32', { ...release, ...azure, YANDU_AZURE_PROFILE: '' }, 'neither WIN_CSC_LINK'],
    ['win32', { ...release, WIN_CSC_LINK: 'publisher.pfx' }, 'YANDU_TIMESTAMP_SERVER is empty'],
    ['darwin', { ...release, ...apple, APPLE_API_ISSUER: '' }, 'APPLE_API_'],
    ['linux', { ...release, YANDU_GPG_KEY: '' }, 'YANDU_GPG_KEY'],
    ['linux', { YANDU_GPG_KEY: 'fingerprint' }, 'YANDU_RELEASE_KEY'],
  ] as const)('is named where it is missing on %s with %o', (platform, env, sentence) => {
    const missing = listMissingSigning(platform, readSigningEnvironment(env));

    expect(missing).toHaveLength(1);
    expect(missing[0]).toContain(sentence);
  });
});

describe('what electron-builder is told', () => {
  it('is nothing without a certificate', () => {
    expect(builderSigningArgs('linux', readSigningEnvironment({}))).toEqual([]);
  });

  it('is the hook for osslsigncode off Windows, and signtool’s own way on it', () => {
    const signing = readSigningEnvironment(certificate);
    const hook = '-c.win.signtoolOptions.sign=./build/release/signing/signWindows.ts';

    expect(builderSigningArgs('linux', signing)).toContain(hook);
    expect(builderSigningArgs('win32', signing)).toEqual([
      '-c.win.signtoolOptions.rfc3161TimeStampServer=a server',
    ]);
  });

  it('is Azure’s account, before any certificate file', () => {
    const args = builderSigningArgs('win32', readSigningEnvironment({ ...certificate, ...azure }));

    expect(args).toContain('-c.win.azureSignOptions.endpoint=endpoint');
    expect(args.join(' ')).not.toContain('signtoolOptions');
  });
});
