import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join, win32 } from 'node:path';
import { failure, ok, type Result } from '../shared/domain/result.ts';

/**
 * Where the briefing lives. On Windows the local profile: the roaming one may be redirected to a
 * network share, where a write-ahead log fails.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  userData: string,
): string {
  const local = env['LOCALAPPDATA'];
  return platform === 'win32' && local !== undefined && local !== ''
    ? join(local, 'Yandu')
    : userData;
}

/** Makes the folder and proves by a real file that it can be written: modes alone do not tell. */
export function prepareDataFolder(folder: string): Result<null> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
    writeFileSync(probe, 'yandu');
    rmSync(probe);
    return ok(null);
  } catch (error) {
    if (existsSync(probe)) rmSync(probe);
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      return failure('disk_full');
    }
    return failure('data_folder_unwritable', { folder });
  }
}

/** Where the briefing's backups lie. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** `f_type` of file systems that live elsewhere or in another process (statfs(2)). */
const remoteFileSystems: readonly number[] = [
  0x6969, // NFS
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x65735546, // FUSE
  0x01021997, // 9p
];

/** False where a write-ahead log is not safe: network shares, FUSE, folders that a cloud program syncs. */
export function isLocalFolder(
  folder: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32') {
    const cloud = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].map((name) => env[name]);
    const real = realFolder(folder);
    return !real.startsWith('\\\\') && !cloud.some((path) => path && isWithin(real, path));
  }
  return platform !== 'linux' || !remoteFileSystems.includes(statfsSync(folder).type);
}

/** Where a folder really is: behind a drive letter there may be a share. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** On Windows, where names differ by more than their case. */
function isWithin(folder: string, parent: string): boolean {
  const way = win32.relative(parent, folder);
  return !win32.isAbsolute(way) && way.split('\\')[0] !== '..';
}
