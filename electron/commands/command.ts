/** What the program does in a terminal, without a window, and then ends. */
export type Command =
  | { readonly kind: 'version' }
  | { readonly kind: 'verifyPack'; readonly file: string }
  | { readonly kind: 'selfTest' }
  | { readonly kind: 'exportDiagnostics'; readonly file: string }
  /** The process that `verifyPack` starts for the check, and can kill. Reads its request on standard input. */
  | { readonly kind: 'checkPack' };

/** What is said of arguments that are not one of these. */
export const usage =
  'yandu [file.yandu | yandu://… | --version | --verify-pack FILE | --self-test | --export-diagnostics FILE]';

/** The command that arguments ask for; null where they ask for none, or for more than one thing. */
export function readCommand(args: readonly string[]): Command | null {
  const [first = '', second, ...rest] = args;
  const { name, value: joined } = partsOf(first);
  const value = joined ?? second;
  if (rest.length > 0 || (joined !== undefined && second !== undefined)) return null;
  switch (name) {
    case '--version':
      return value === undefined ? { kind: 'version' } : null;
    case '--self-test':
      return value === undefined ? { kind: 'selfTest' } : null;
    case '--check-pack':
      return value === undefined ? { kind: 'checkPack' } : null;
    case '--verify-pack':
      return value === undefined ? null : { kind: 'verifyPack', file: value };
    case '--export-diagnostics':
      return value === undefined ? null : { kind: 'exportDiagnostics', file: value };
    default:
      return null;
  }
}

/** Whether an argument is a command's name, be it used rightly or not. */
export function isCommandName(argument: string): boolean {
  return commandNames.includes(partsOf(argument).name);
}

const commandNames: readonly string[] = [
  '--version',
  '--self-test',
  '--check-pack',
  '--verify-pack',
  '--export-diagnostics',
];

/** `--name=value` in its two parts. */
function partsOf(argument: string): { readonly name: string; readonly value: string | undefined } {
  const [, name = argument, value] = /^(--[a-z-]+)=(.+)$/s.exec(argument) ?? [];
  return { name, value };
}
