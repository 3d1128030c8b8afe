// A program that installs one pack and may be killed on the way: data folder, shipped pack, trust folder,
// pack. Says `checked` when the pack has been checked and `done` at the end.
import { startNodeCheck } from '../../electron/packs/startNodeCheck.ts';
import { startDesk } from './startDesk.ts';

const [, , dataFolder = '', shipped = '', trustFolder = '', pack = ''] = process.argv;
const running = await startDesk({
  dataFolder,
  shipped,
  trustFolder,
  startCheck: (request) => {
    const check = startNodeCheck(request);
    check.onExit(() => {
      process.stdout.write('checked\n');
    });
    return check;
  },
});
await running.install(pack);
process.stdout.write('done\n');
running.close();
