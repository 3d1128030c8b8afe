// npm start: the app in a window, from whatever state the working copy is in.
import { prepareApp } from './prepare.ts';
import { rootFlags } from './launchFlags.ts';
import { runProgram } from './runProgram.ts';
import { runCommand, say } from './stepFailure.ts';
import { hasDisplay } from './systemPackages.ts';

await runCommand(async () => {
  if (!hasDisplay()) {
    say('There is no display here, so the tour runs on a virtual one instead (npm run tour).');
    return runProgram(process.execPath, ['build/electron/tour.ts']);
  }
  const { runtime, appFolder } = await prepareApp('development');
  say('Opening the window');
  return runProgram(runtime.executable, [...rootFlags(), appFolder, ...process.argv.slice(2)]);
});
