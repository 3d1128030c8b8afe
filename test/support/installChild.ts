// A program that installs one pack and may be killed on the way: data folder, shipped pack, trust folder,
// pack.
import { startDesk } from './startDesk.ts';

const [, , dataFolder = '', shipped = '', trustFolder = '', pack = ''] = process.argv;
const running = await startDesk({ dataFolder, shipped, trustFolder });
await running.install(pack);
running.close();
