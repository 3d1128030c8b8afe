// Writes notes into a briefing and says the number of each after its commit, until it has written as many
// as it was told, or is killed. `node writeNotes.ts <folder> <first> <count>`

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { putAnnotation } from '../../../electron/db/own/annotation.ts';
import { noteAt, openWorked } from '../workedBriefing.ts';

const [folder = '', first = '1', count = '1'] = process.argv.slice(2);
const db = openWorked({
  folder,
  packPath: join(folder, 'pack.yandu'),
  briefingPath: join(folder, 'briefing.yandu'),
  backupFolder: join(folder, 'backups'),
});
writeSync(1, 'open\n');
for (let index = Number(first); index < Number(first) + Number(count); index += 1) {
  db.transaction(() => {
    putAnnotation(db, noteAt(index));
  })();
  // Past every buffer: what was said is said, whatever comes.
  writeSync(1, `${String(index)}\n`);
}
db.close();
