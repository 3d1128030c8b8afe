// npm run test:install [-- --report=file.json]: the .deb of the test build in a clean Debian system: installed, toured by an ordinary
// user with the sandbox on, upgraded without losing a note, removed without touching what the reader made.
//
// Exit code 0: passed. 1: failed. 77: not run (what test runners take for "skipped"), never "passed".
import { parseArgs } from 'node:util';
import { prepareApp } from '../../build/electron/prepare.ts';
import { runCommand, say } from '../../build/electron/stepFailure.ts';
import { runInstallTest } from './installTest.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  if (values.report !== undefined) process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = values.report;
  const { runtime } = await prepareApp('test');
  const reporters = values.report === undefined ? 'list' : 'list,json';
  const end = await runInstallTest(runtime, [`--reporter=${reporters}`]);
  if (end.status === 'ran') return end.exitCode;
  say(`Not run: ${end.why}`);
  return 77;
});
