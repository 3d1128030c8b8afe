// npm run dist [-- --release]: the installers for the machine at hand and all an admin asks for beside them,
// in out/release. Without the official Electron there is no release: then the test build is made, and a
// .deb of it, into out/test-build.
import { parseArgs } from 'node:util';
import { prepareApp } from '../electron/prepare.ts';
import { resolveElectron } from '../electron/resolveElectron.ts';
import { runCommand, say } from '../electron/stepFailure.ts';
import { makeRelease } from './makeRelease.ts';
import { makeTestRelease } from './makeTestRelease.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
  const runtime = await resolveElectron();
  if (runtime.source === 'official') return makeRelease(runtime, { mustBeSigned: values.release });

  say('A release needs the official Electron, which is not here. Making the test build instead.');
  const prepared = await prepareApp('test');
  say(`Made ${await makeTestRelease(prepared.runtime)} (for tests only, never to be handed out)`);
  // Whoever asked for a release did not get one.
  return values.release ? 1 : 0;
});
