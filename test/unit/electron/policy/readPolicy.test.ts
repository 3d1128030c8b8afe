import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { belongsToRootAlone } from '../../../../electron/policy/adminOnly.ts';
import { policyPath } from '../../../../electron/policy/policyPath.ts';
import { readPolicy } from '../../../../electron/policy/readPolicy.ts';
import { noPolicy } from '../../../../shared/policy/policy.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-policy-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const account = { home: '/home/王', user: '王' };

function read(content: unknown, adminOnly = false) {
  const path = join(folder, 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readPolicy({ path, account, adminOnly });
}

describe('readPolicy', () => {
  it('finds none where there is no file', () => {
    const policy = readPolicy({ path: join(folder, 'none.json'), account, adminOnly: true });

    expect(policy).toEqual({ ok: true, value: noPolicy });
  });

  it('takes what the file decides and leaves the rest as it is', () => {
    const policy = read({ version: 1, language: 'en', exportFormats: { 内部资料: ['docx'] } });

    expect(policy).toEqual({
      ok: true,
      value: {
        ...noPolicy,
        source: { status: 'active', file: join(folder, 'policy.json') },
        managed: ['exportFormats', 'language'],
        language: 'en',
        exportFormats: { 内部资料: ['docx'] },
      },
    });
  });

  it('gives every account its own folders, and reads what Notepad wrote', () => {
    const policy = read(
      `\uFEFF${JSON.stringify({ version: 1, dataFolder: '${home}/研读', backupFolder: '/srv/${user}' })}`,
    );

    expect(policy).toMatchObject({
      value: { dataFolder: '/home/王/研读', backupFolder: '/srv/王' },
    });
  });

  it('takes every name to the letter', () => {
    const path = join(folder, 'policy.json');
    const folders = { dataFolder: '${home}/研读', backupFolder: '/srv/${user}/${user}' };
    writeFileSync(path, JSON.stringify({ version: 1, ...folders }));
    const odd = { home: '/home/$&$$', user: "$'${home}" };

    expect(readPolicy({ path, account: odd, adminOnly: false })).toMatchObject({
      value: {
        dataFolder: '/home/$&$$/研读',
        backupFolder: "/srv/$'${home}/$'${home}",
      },
    });
  });

  it.each([
    ['an unknown entry', { version: 1, alowUnsignedPacks: false }, 'invalid', 'alowUnsignedPacks'],
    [
      'an unknown format',
      { version: 1, exportFormats: { '*': ['exe'] } },
      'invalid',
      'exportFormats.*.0',
    ],
    [
      'a folder of another system',
      { version: 1, backupFolder: 'C:\\b' },
      'invalid',
      'backupFolder',
    ],
    ['a newer form', { version: 2, screens: 1 }, 'newer', 'version'],
  ])('closes everything that could be forbidden over %s', (_what, content, problem, item) => {
    const policy = read(content);

    expect(policy).toMatchObject({
      ok: true,
      value: {
        source: { status: 'broken', problem, item },
        trust: 'shippedOnly',
        allowUnsignedPacks: false,
        packUpdates: 'forbidden',
        exportFormats: { '*': [] },
      },
    });
    expect(policy.ok && policy.value.managed).toContain('language');
  });

  it('keeps the data where a file that is otherwise broken puts them', () => {
    const policy = read({ version: 1, dataFolder: '/srv/yandu', trust: 'everyone' });

    expect(policy).toMatchObject({
      value: { source: { problem: 'invalid' }, dataFolder: '/srv/yandu' },
    });
  });

  it.each([
    ['half a file', '{ "version": 1, "dataFolder": "/srv', 'not_json'],
    ['a list', [], 'not_json'],
    ['a data folder that is no path', { version: 1, dataFolder: 'data' }, 'invalid'],
  ])('opens no data over %s, which could name another folder', (_what, content, reason) => {
    expect(read(content)).toMatchObject({ ok: false, code: 'policy_broken', detail: { reason } });
  });

  it('says so where a folder stands in place of the file', () => {
    mkdirSync(join(folder, 'policy'));

    const policy = readPolicy({ path: join(folder, 'policy'), account, adminOnly: false });

    expect(policy).toMatchObject({ ok: false, detail: { reason: 'unreadable' } });
  });
});

describe('whose word a policy is', () => {
  it('root alone, not a group, not everyone', () => {
    expect(belongsToRootAlone({ uid: 0, mode: 0o100644 })).toBe(true);
    expect(belongsToRootAlone({ uid: 1000, mode: 0o100644 })).toBe(false);
    expect(belongsToRootAlone({ uid: 0, mode: 0o100664 })).toBe(false);
    expect(belongsToRootAlone({ uid: 0, mode: 0o100646 })).toBe(false);
  });

  it('is not believed where others can write it, or where it is a link', () => {
    expect(read({ version: 1 }, true).ok).toBe(process.getuid?.() === 0);
    chmodSync(join(folder, 'policy.json'), 0o666);
    symlinkSync(join(folder, 'policy.json'), join(folder, 'link.json'));

    for (const name of ['policy.json', 'link.json']) {
      expect(readPolicy({ path: join(folder, name), account, adminOnly: true })).toMatchObject({
        ok: false,
        code: 'policy_broken',
        detail: { reason: 'not_admin_only' },
      });
    }
  });

  it('is not believed in a folder that others can write', () => {
    chmodSync(folder, 0o777);

    expect(read({ version: 1 }, true)).toMatchObject({ ok: false });
  });
});

describe('policyPath', () => {
  it('is where only an admin writes', () => {
    expect(policyPath('linux', {})).toBe('/etc/yandu/policy.json');
    expect(policyPath('darwin', {})).toBe('/Library/Application Support/Yandu/policy.json');
    expect(policyPath('win32', { ProgramData: 'D:\\ProgramData' })).toContain('D:\\ProgramData');
  });
});
