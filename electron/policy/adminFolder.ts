import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

const USUAL_ON_WINDOWS = 'C:\\ProgramData\\Yandu';

/**
 * Where an admin puts the policy and the keys that are trusted. On Windows the variable that names it is asked only
 * where nothing lies in the usual place: whoever starts a program can give it any environment.
 */
export function adminFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string {
  if (platform === 'darwin') return '/Library/Application Support/Yandu';
  if (platform !== 'win32') return '/etc/yandu';
  const named = env['ProgramData'] ?? '';
  return named === '' || exists(USUAL_ON_WINDOWS) ? USUAL_ON_WINDOWS : win32.join(named, 'Yandu');
}

/** A file or folder of the admin's. */
export function inAdminFolder(
  name: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return (platform === 'win32' ? win32 : posix).join(adminFolder(platform, env), name);
}
