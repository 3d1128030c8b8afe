// npm run bench: from a key to the painted answer in the search box, beside a plain field.

import { join } from 'node:path';
import { prepareApp } from '../../build/electron/prepare.ts';
import { runCommand } from '../../build/electron/stepFailure.ts';
import { runOnSomeScreen } from '../../build/electron/systemPackages.ts';

await runCommand(async () => {
  await prepareApp('test');
  return runOnSomeScreen(process.execPath, [join(import.meta.dirname, 'typingWindow.ts')]);
});
