// Whether something is an admin's word: it belongs to root and is writable by nobody else. Windows keeps access lists,
// which Node cannot read; there writing is tried, and what whoever runs the program can change is nobody's word.

import { closeSync, lstatSync, openSync, rmSync, statSync, type Stats } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** Of a plain file; on Linux and macOS its folder is asked as well. */
export function isAdminOnly(file: string, platform: NodeJS.Platform): boolean {
  const about = lstatSync(file);
  if (!about.isFile()) return false;
  if (platform === 'win32') return !isMarkedReadOnly(about) && !canBeOpened(file, 'r+');
  return belongsToRootAlone(about) && belongsToRootAlone(statSync(dirname(file)));
}

/** Of a folder: nobody else can put a file into it. */
export function isAdminsFolder(folder: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? !canBeAddedTo(folder) : belongsToRootAlone(statSync(folder));
}

/** From the numbers of stat(2) alone. */
export function belongsToRootAlone({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  return uid === 0 && (mode & 0o022) === 0;
}

/** By the mark that anybody can give a file of their own, and that hides whether they may write it. */
function isMarkedReadOnly({ mode }: Stats): boolean {
  return (mode & 0o200) === 0;
}

function canBeAddedTo(folder: string): boolean {
  const file = join(folder, `.yandu-${randomUUID()}`);
  if (!canBeOpened(file, 'wx')) return false;
  rmSync(file, { force: true });
  return true;
}

function canBeOpened(file: string, flag: 'r+' | 'wx'): boolean {
  try {
    closeSync(openSync(file, flag));
    return true;
  } catch {
    return false;
  }
}
