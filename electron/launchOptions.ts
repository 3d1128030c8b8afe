// The command line is a door: one command, or one file or link; anything else is refused, because no
// fuse covers --remote-debugging-port, --js-flags or --load-extension.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommandName, readCommand, type Command } from './commands/command.ts';

export type LaunchOptions = {
  readonly dataFolder: string | null;
  readonly exportFolder: string | null;
  readonly packPath: string | null;
  /** Another policy file than the machine's. */
  readonly policyPath: string | null;
  /** `<id>,<copy>,<file>`: print this handout and end, as the handout command asks. */
  readonly printHandout: string | null;
  /** Public keys to trust instead of the machine's own. */
  readonly trustFolder: string | null;
  /** A pack file to install, as it was given. */
  readonly packFile: string | null;
  /** A yandu:// address to open at. */
  readonly link: string | null;
};

export type LaunchRequest =
  | { readonly kind: 'start'; readonly options: LaunchOptions }
  | { readonly kind: 'command'; readonly command: Command; readonly options: LaunchOptions }
  | { readonly kind: 'refused'; readonly argument: string };

/** Exit code of `EX_CONFIG` (sysexits.h): started in a way the program does not allow. */
export const REFUSED_EXIT_CODE = 78;

const foldersOnly = /^--(data-folder|export-folder|pack|policy|print-handout|trust-folder)=(.+)$/s;

/**
 * Reads the arguments after the program's own name. A release knows the commands and no other switch; the other
 * builds take folders for tests, and leave every other switch to Chromium.
 */
export function readArguments(
  args: readonly string[],
  buildKind: 'release' | 'test' | 'development',
  platform: NodeJS.Platform = process.platform,
): LaunchRequest {
  const isFolder = (argument: string): boolean =>
    buildKind !== 'release' && foldersOnly.test(argument);
  const others = args.filter((argument) => !isFolder(argument));
  const command = readCommand(others);
  if (command !== null) {
    return { kind: 'command', command, options: optionsOf(args.filter(isFolder), {}) };
  }
  let toOpen: ToOpen | null = null;
  for (const argument of others) {
    const asked = toOpenIn(argument, platform);
    if (asked !== null && toOpen === null) toOpen = asked;
    else if (
      asked !== null ||
      isCommandName(argument) ||
      (buildKind === 'release' && !isFromFinder(argument))
    ) {
      return { kind: 'refused', argument };
    }
  }
  return { kind: 'start', options: optionsOf(args.filter(isFolder), toOpen ?? {}) };
}

type ToOpen = Partial<Pick<LaunchOptions, 'link' | 'packFile'>>;

function toOpenIn(argument: string, platform: NodeJS.Platform): ToOpen | null {
  if (isLink(argument)) return { link: argument };
  return isPackFile(argument, platform) ? { packFile: argument } : null;
}

function optionsOf(
  folders: readonly string[],
  { link = null, packFile = null }: ToOpen,
): LaunchOptions {
  const named = new Map(
    folders.flatMap((folder) => {
      const [, name, value] = foldersOnly.exec(folder) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  return {
    dataFolder: named.get('data-folder') ?? null,
    exportFolder: named.get('export-folder') ?? null,
    packPath: named.get('pack') ?? null,
    policyPath: named.get('policy') ?? null,
    printHandout: named.get('print-handout') ?? null,
    trustFolder: named.get('trust-folder') ?? null,
    packFile,
    link,
  };
}

/** macOS adds this one when a program is started from the Finder. */
function isFromFinder(argument: string): boolean {
  return /^-psn_\d+_\d+$/.test(argument);
}

function isLink(argument: string): boolean {
  return argument.startsWith('yandu://') && argument.length <= 2_000;
}

/** A path, or the file:// address that Linux desktops give instead. */
function isPackFile(argument: string, platform: NodeJS.Platform): boolean {
  // On Windows Chromium takes `/no-sandbox=.yandu` for a switch; no path there begins so.
  const isSwitch = argument.startsWith('-') || (platform === 'win32' && argument.startsWith('/'));
  return !isSwitch && /\.yandu$/i.test(argument) && argument.length <= 4_096;
}

/** The absolute path of a pack file from the command line; null for an address of another computer. */
export function packFilePath(argument: string, folder: string): string | null {
  if (!argument.startsWith('file:')) return resolve(folder, argument);
  try {
    // Windows would look for the other computer on the network.
    return new URL(argument).host === '' ? fileURLToPath(argument) : null;
  } catch (error) {
    // No address, or a broken escape.
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}
