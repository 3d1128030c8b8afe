// The command line is a door: known flags and one file or link; anything else is refused, because no
// fuse covers --remote-debugging-port, --js-flags or --load-extension.

export type LaunchOptions = {
  readonly dataFolder: string | null;
  readonly exportFolder: string | null;
  readonly packPath: string | null;
  /** Another policy file than the machine's. */
  readonly policyPath: string | null;
  /** `<id>,<copy>,<file>`: print this handout and end, as the handout command asks. */
  readonly printHandout: string | null;
  /** A yandu:// address to open at. */
  readonly link: string | null;
};

export type LaunchRequest =
  | { readonly kind: 'start'; readonly options: LaunchOptions }
  | { readonly kind: 'refused'; readonly argument: string };

/** Exit code of `EX_CONFIG` (sysexits.h): started in a way the program does not allow. */
export const REFUSED_EXIT_CODE = 78;

const foldersOnly = /^--(data-folder|export-folder|pack|policy|print-handout)=(.+)$/s;

/**
 * Reads the arguments after the program's own name. A release knows no switch at all; the other builds
 * take folders for tests, and leave every other switch to Chromium.
 */
export function readArguments(
  args: readonly string[],
  buildKind: 'release' | 'test' | 'development',
): LaunchRequest {
  const named = new Map<string, string>();
  let link: string | null = null;
  for (const argument of args) {
    if (isLink(argument) && link === null) {
      link = argument;
      continue;
    }
    // macOS adds this one when a program is started from the Finder.
    if (/^-psn_\d+_\d+$/.test(argument)) continue;
    if (buildKind === 'release') return { kind: 'refused', argument };
    const [, name, value] = foldersOnly.exec(argument) ?? [];
    if (name !== undefined && value !== undefined) named.set(name, value);
  }
  return {
    kind: 'start',
    options: {
      dataFolder: named.get('data-folder') ?? null,
      exportFolder: named.get('export-folder') ?? null,
      packPath: named.get('pack') ?? null,
      policyPath: named.get('policy') ?? null,
      printHandout: named.get('print-handout') ?? null,
      link,
    },
  };
}

function isLink(argument: string): boolean {
  return argument.startsWith('yandu://') && argument.length <= 2_000;
}
