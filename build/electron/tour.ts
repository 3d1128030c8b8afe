// npm run tour: a facilitator's way through the built app by real input. Pictures of every step and the
// exports are left in out/tour/.
import { join } from 'node:path';
import { prepareApp } from './prepare.ts';
import { projectFolder } from './projectPaths.ts';
import { runCommand, say } from './stepFailure.ts';
import { runOnSomeScreen } from './systemPackages.ts';

await runCommand(async () => {
  await prepareApp('test');
  say('Taking the tour');
  const playwright = join(projectFolder, 'node_modules', '.bin', 'playwright');
  const exitCode = await runOnSomeScreen(playwright, [
    ...['test', '-c', 'test/playwright.config.ts', 'tour.spec.ts', '--reporter=line'],
  ]);
  if (exitCode === 0) say('The pictures and the exports are in out/tour/.');
  return exitCode;
});
