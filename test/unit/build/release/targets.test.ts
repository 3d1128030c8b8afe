import { describe, expect, it } from 'vitest';
import { readReason, targetsOf } from '../../../../build/release/targets.ts';

describe('why a target was not made', () => {
  it('is what electron-builder marked last, without its stack', () => {
    const output = [
      '  • building        target=AppImage arch=x64',
      '  ⨯ failed to build AppImage  error=getaddrinfo ENOTFOUND tools.invalid',
      '  ⨯ getaddrinfo ENOTFOUND tools.invalid  failedTask=build stackTrace=RequestError: …',
      '    at TLSSocket.socketErrorListener (node:_http_client:766:5)',
    ].join('\n');

    expect(readReason(output)).toBe('getaddrinfo ENOTFOUND tools.invalid');
  });

  it('is the last line of a program that marks nothing', () => {
    expect(readReason('first\nsh: electron-builder: not found\n')).toBe(
      'sh: electron-builder: not found',
    );
  });
});

describe('the targets of a system', () => {
  it.each([
    ['linux', ['deb', 'rpm', 'AppImage']],
    ['win32', ['nsis', 'msi']],
    ['darwin', ['dmg', 'pkg']],
  ] as const)('on %s are %j', (platform, names) => {
    expect(targetsOf(platform).map(({ name }) => name)).toEqual(names);
  });
});
