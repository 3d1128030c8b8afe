// In a folder on a small file system of its own: fills the disk, goes on writing notes through the door that
// the window uses, and says in JSON what came of it. `node fillDisk.ts <folder>`

import { appendFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskGuard } from '../../../electron/createDiskGuard.ts';
import { areOwnTablesSound } from '../../../electron/db/briefing/checkTables.ts';
import { listAnnotations, putAnnotation } from '../../../electron/db/own/annotation.ts';
import { gatherSaved } from '../../../electron/db/backup/gatherSaved.ts';
import { writeBackup } from '../../../electron/db/backup/writeBackup.ts';
import { registerIpc } from '../../../electron/ipc/registerIpc.ts';
import { z } from 'zod';
import { ok } from '../../../shared/domain/result.ts';
import { makeWorkFolder, noteAt, openWorked, timeAt } from '../workedBriefing.ts';

const [folder = ''] = process.argv.slice(2);
process.env['TMPDIR'] = folder;
const work = makeWorkFolder();
let db = openWorked(work);
const ballast = join(work.folder, 'ballast');
writeFileSync(ballast, Buffer.alloc(8 * 1024 * 1024, 1));
let changes = 0;
const guard = createDiskGuard(work.folder, () => {
  changes += 1;
});
let listener: ((event: null, input: unknown) => Promise<{ readonly ok: boolean }>) | null = null;
registerIpc<null>({
  handle: (_channel, opened) => {
    listener = opened;
  },
  contract: { write: { input: z.int() } },
  handlers: {
    write: (index: number) => {
      db.transaction(() => {
        putAnnotation(db, noteAt(index));
      })();
      return ok(index);
    },
  },
  isTrusted: () => true,
  report: () => undefined,
  makeRoom: guard.makeRoom,
});

const write = async (index: number): Promise<boolean> =>
  (await listener?.(null, index))?.ok === true;

let written = 0;
while (written < 20) if (await write(written + 1)) written += 1;
const filler = join(folder, 'filler');
for (const size of [1 << 20, 4096, 1]) {
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(size, 1));
  } catch {
    // Full, but for less than this.
  }
}
const backup = writeBackup({
  saved: gatherSaved(db),
  folder: work.backupFolder,
  madeAt: timeAt(1),
  hasNotes: false,
  nativeBinding: null,
});
while (!guard.isFull()) if (await write(written + 1)) written += 1;
const afterRoom = written;
for (let more = 0; more < 50; more += 1) if (await write(written + 1)) written += 1;
const isBallastGone = !existsSync(ballast);
guard.stop();
db.close();
db = openWorked(work);
const report = {
  backup: backup.ok ? 'made' : backup.code,
  afterRoom,
  written,
  found: listAnnotations(db).length,
  isSound: areOwnTablesSound(db),
  isBallastGone,
  changes,
  filled: statSync(filler).size,
};
db.close();
process.stdout.write(JSON.stringify(report));
