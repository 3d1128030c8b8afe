// A program that is killed while it installs one pack: the new briefing has its name, the list does not yet
// name it. Data folder, shipped pack, trust folder, pack.
import { startDesk } from '../startDesk.ts';

const [, , dataFolder = '', shipped = '', trustFolder = '', pack = ''] = process.argv;
const running = await startDesk({ dataFolder, shipped, trustFolder });
const { openFile } = running.deps;
Object.assign(running.deps, {
  openFile: (path: string) => {
    openFile(path);
    process.kill(process.pid, 'SIGKILL');
  },
});
await running.install(pack);
