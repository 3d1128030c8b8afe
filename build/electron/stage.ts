// npm run app: everything the end-to-end tests need, without running anything.
import { prepareApp } from './prepare.ts';
import { runCommand, say } from './stepFailure.ts';

await runCommand(async () => {
  const { appFolder } = await prepareApp('test');
  say(`Ready: ${appFolder}`);
  return 0;
});
