// npm run bench:handout: how soon the preview shows a change, in handouts of one page and of hundreds.

import { join } from 'node:path';
import { prepareApp } from '../../build/electron/prepare.ts';
import { runCommand } from '../../build/electron/stepFailure.ts';
import { runOnSomeScreen } from '../../build/electron/systemPackages.ts';

await runCommand(async () => {
  await prepareApp('test');
  return runOnSomeScreen(process.execPath, [join(import.meta.dirname, 'handoutWindow.ts')]);
});
