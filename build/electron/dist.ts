// npm run dist: the installers for the machine at hand, into out/release. Without the official Electron there
// is no release: then the unpacked test build is made, with TEST in its name.
import { join } from 'node:path';
import { packTestBuild } from './packTestBuild.ts';
import { buildPackWhenChanged, prepareApp } from './prepare.ts';
import { projectFolder } from './projectPaths.ts';
import { resolveElectron, shippedElectronVersion } from './resolveElectron.ts';
import { readProgram } from './runProgram.ts';
import { stageApp } from './stageApp.ts';
import { runCommand, say, StepFailure } from './stepFailure.ts';

type Target = { readonly name: string; readonly args: readonly string[] };

await runCommand(async () => {
  const runtime = await resolveElectron();
  if (runtime.source !== 'official') {
    say('A release needs the official Electron, which is not here. Making the test build instead.');
    const prepared = await prepareApp('test');
    say(`Made ${await packTestBuild(prepared.runtime)} (for tests only, never to be handed out)`);
    return 0;
  }
  await buildPackWhenChanged();
  const appFolder = await stageApp('release', runtime);
  const failures: string[] = [];
  for (const target of targetsHere()) {
    say(`Packing ${target.name}`);
    const reason = await packTarget(target, appFolder);
    if (reason !== null) failures.push(`${target.name}: ${reason}`);
  }
  if (failures.length === 0) return 0;
  throw new StepFailure(
    `these targets were not made, the others are in out/release.\n${failures.join('\n')}`,
    'electron-builder fetches the tools of these targets; run it where they can be reached.',
  );
});

function targetsHere(): readonly Target[] {
  switch (process.platform) {
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

/** Answers why the target could not be made, or null. */
async function packTarget({ args }: Target, appFolder: string): Promise<string | null> {
  const { exitCode, output } = await readProgram(
    join(projectFolder, 'node_modules', '.bin', 'electron-builder'),
    [
      ...args,
      ...['--publish', 'never', `-c.directories.app=${appFolder}`],
      ...[`-c.directories.output=${join(projectFolder, 'out', 'release')}`],
      `-c.electronVersion=${shippedElectronVersion()}`,
    ],
    { cwd: projectFolder },
  );
  if (exitCode === 0) return null;
  return output.trim().split('\n').slice(-3).join(' ');
}
