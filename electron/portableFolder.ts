import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Where everything is kept when a file named `portable` lies beside the program: a folder beside it too, on the
 * same stick. Null where there is no such file. Beside means what a person sees: the .app of macOS, and the
 * AppImage itself, not what it unpacks to.
 */
export function portableFolder(
  executable: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const appImage = env['APPIMAGE'];
  const beside = dirname(
    appImage !== undefined && appImage !== '' ? appImage : outermostBundle(executable),
  );
  return existsSync(join(beside, 'portable')) ? join(beside, 'yandu-data') : null;
}

function outermostBundle(executable: string): string {
  const bundle = `.app${sep}`;
  const end = executable.indexOf(bundle);
  return end === -1 ? executable : executable.slice(0, end + bundle.length - 1);
}
