// npm run bench: how long the reading room takes on a long text with many annotations.

import { join } from 'node:path';
import { prepareApp } from '../../build/electron/prepare.ts';
import { runCommand } from '../../build/electron/stepFailure.ts';
import { runOnSomeScreen } from '../../build/electron/systemPackages.ts';

await runCommand(async () => {
  await prepareApp('test');
  return runOnSomeScreen(process.execPath, [join(import.meta.dirname, 'readingWindow.ts')]);
});
