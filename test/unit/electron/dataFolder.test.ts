import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  defaultDataFolder,
  isLocalFolder,
  prepareDataFolder,
} from '../../../electron/dataFolder.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'yandu-'));

describe('prepareDataFolder', () => {
  it('makes the folder and leaves nothing in it', () => {
    const path = join(folder(), '数据', '深');

    const prepared = prepareDataFolder(path);

    expect(prepared.ok).toBe(true);
    expect(readdirSync(path)).toEqual([]);
  });

  it('says which folder cannot be made where a file stands in the way', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');

    const prepared = prepareDataFolder(join(file, 'data'));

    expect(prepared).toMatchObject({ ok: false, code: 'data_folder_unwritable' });
  });

  it.skipIf(process.getuid?.() === 0)('finds out that it may not write', () => {
    const path = folder();
    chmodSync(path, 0o500);

    expect(prepareDataFolder(path)).toMatchObject({ ok: false, code: 'data_folder_unwritable' });
    expect(existsSync(path)).toBe(true);
  });
});

describe('defaultDataFolder', () => {
  it('takes the local profile on Windows, because the roaming one may be a network share', () => {
    const local = defaultDataFolder('win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Roaming\\Yandu');

    expect(local).toContain('Local');
    expect(defaultDataFolder('linux', {}, '/home/u/.config/Yandu')).toBe('/home/u/.config/Yandu');
  });
});

describe('isLocalFolder', () => {
  it('distrusts network shares and folders that a cloud program syncs', () => {
    const env = { OneDrive: 'C:\\Users\\u\\OneDrive' };

    expect(isLocalFolder('\\\\server\\share\\Yandu', 'win32', env)).toBe(false);
    expect(isLocalFolder('C:\\Users\\u\\OneDrive\\Yandu', 'win32', env)).toBe(false);
    expect(isLocalFolder('c:\\users\\U\\onedrive\\Yandu', 'win32', env)).toBe(false);
    expect(isLocalFolder('C:\\Users\\u\\OneDrive', 'win32', env)).toBe(false);
    expect(isLocalFolder('C:\\Users\\u\\OneDrive was\\Yandu', 'win32', env)).toBe(true);
    expect(isLocalFolder('D:\\Yandu', 'win32', env)).toBe(true);
    expect(isLocalFolder('C:\\Users\\u\\AppData\\Local\\Yandu', 'win32', env)).toBe(true);
  });

  it('trusts an ordinary folder of this machine', () => {
    expect(isLocalFolder(folder(), process.platform, {})).toBe(true);
  });
});
