// Copies a pack to a disk without room, both as a foreign pack and as the program's own: pack, folder.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPack } from '../../../electron/db/briefing/installPack.ts';
import { copyChecked } from '../../../electron/packs/copyChecked.ts';

const [, , packPath = '', folder = ''] = process.argv;
const stagingPath = join(folder, 'incoming.yandu.partial');
const copied = copyChecked({
  packPath,
  stagingPath,
  manifest: null,
  maxBytes: 1e9,
  onShare: () => undefined,
});
// As the desk does, whatever came of the check.
rmSync(stagingPath, { force: true });
const installed = installPack({
  packPath,
  briefingPath: join(folder, 'briefing.yandu'),
  expectedSha256: null,
});
process.stdout.write(JSON.stringify({ copied, installed, left: readdirSync(folder) }));
