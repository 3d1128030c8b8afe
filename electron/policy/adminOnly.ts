import { closeSync, lstatSync, openSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Whether a file is an admin's word: a plain file that, like its folder, belongs to root and is writable by
 * nobody else. Windows keeps access lists, which Node cannot read; there the file is opened for writing
 * (and not written): a file that whoever runs the program can change is nobody's word.
 */
export function isAdminOnly(file: string, platform: NodeJS.Platform): boolean {
  const about = lstatSync(file);
  if (!about.isFile()) return false;
  if (platform === 'win32') return !canBeWritten(file);
  return belongsToRootAlone(about) && belongsToRootAlone(statSync(dirname(file)));
}

/** From the numbers of stat(2) alone. */
export function belongsToRootAlone({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  return uid === 0 && (mode & 0o022) === 0;
}

function canBeWritten(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}
