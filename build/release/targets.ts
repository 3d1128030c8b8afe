import { join } from 'node:path';
import { projectFolder } from '../electron/projectPaths.ts';
import { shippedElectronVersion } from '../electron/resolveElectron.ts';
import { readProgram } from '../electron/runProgram.ts';

export type Target = { readonly name: string; readonly args: readonly string[] };

/** What is built on a system, one call of electron-builder each: one that fails leaves the others. */
export function targetsOf(platform: NodeJS.Platform): readonly Target[] {
  switch (platform) {
    case 'darwin':
      return ['dmg', 'pkg'].map((name) => ({ name, args: ['--mac', name, '--universal'] }));
    case 'win32':
      return [
        { name: 'nsis', args: ['--win', 'nsis', '--x64', '--arm64'] },
        { name: 'msi', args: ['--win', 'msi', '--x64'] },
      ];
    default:
      return [
        { name: 'deb', args: ['--linux', 'deb', '--x64', '--arm64'] },
        { name: 'rpm', args: ['--linux', 'rpm', '--x64'] },
        { name: 'AppImage', args: ['--linux', 'AppImage', '--x64'] },
      ];
  }
}

type PackTargetArgs = {
  readonly target: Target;
  readonly appFolder: string;
  readonly outFolder: string;
  /** Whose signature, and whether there must be one. */
  readonly signingArgs: readonly string[];
};

/** Answers why the target could not be made, or null when it was. */
export async function packTarget(args: PackTargetArgs): Promise<string | null> {
  const { exitCode, output } = await readProgram(
    join(projectFolder, 'node_modules', '.bin', 'electron-builder'),
    [
      ...args.target.args,
      ...['--publish', 'never', `-c.directories.app=${args.appFolder}`],
      `-c.directories.output=${args.outFolder}`,
      `-c.electronVersion=${shippedElectronVersion()}`,
      ...args.signingArgs,
    ],
    { cwd: projectFolder, shell: process.platform === 'win32' },
  );
  if (exitCode === 0) return null;
  return readReason(output);
}

/** electron-builder marks what went wrong with a cross, and repeats it with its own stack behind it. */
export function readReason(output: string): string {
  const marked = output.split('\n').filter((line) => line.includes('⨯'));
  const last = marked.at(-1) ?? output.trim().split('\n').at(-1) ?? '';
  return last
    .replace(/^.*⨯\s*/, '')
    .replace(/\s+(?:failedTask|stackTrace)=.*$/, '')
    .trim();
}
