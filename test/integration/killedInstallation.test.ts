import { cpSync, mkdtempSync, readdirSync, watch } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listAnnotations } from '../../electron/db/own/annotation.ts';
import { getPackInfo } from '../../electron/db/reading.ts';
import { installedPack } from '../support/installedPack.ts';
import { startDesk } from '../support/startDesk.ts';

const { files, folder, markAll, options, packs, restart, running } = installedPack();

describe('a program that is killed while it installs', () => {
  it(
    'leaves the old briefing or the new one, whole, and every note',
    { timeout: 60_000 },
    async () => {
      const made = markAll();
      running().close();
      const program = fileURLToPath(new URL('../support/installChild.ts', import.meta.url));
      // The moment is counted in what happens in the folder, so that it is the same on any machine.
      for (const last of [1, 3, 6, 10, 15, 21]) {
        const dataFolder = mkdtempSync(join(folder(), 'killed-'));
        cpSync(options().dataFolder, dataFolder, { recursive: true });
        const args = [program, dataFolder, packs().one, options().trustFolder, packs().two];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        // Listened for from the start: a fast machine is done before it is killed.
        const closed = once(child, 'close');
        let changes = 0;
        const watcher = watch(dataFolder, () => {
          changes += 1;
          if (changes === last) child.kill('SIGKILL');
        });
        await closed;
        watcher.close();

        const again = await startDesk({ ...options(), dataFolder });
        expect([1, 2]).toContain(getPackInfo(again.db()).version);
        expect(new Set(listAnnotations(again.db()))).toEqual(new Set(made));
        expect(readdirSync(dataFolder).filter((name) => name.includes('.partial'))).toEqual([]);
        expect(await again.install(packs().three)).toMatchObject({
          status: 'updated',
          annotations: { placed: 3, review: 1, unplaced: 1 },
        });
        again.close();
      }
      await restart();
    },
  );

  it('between the new file and the list that names it, leaves nothing of it after the next start', async () => {
    const made = markAll();
    running().close();
    const child = new URL('../support/children/endAtSwitch.ts', import.meta.url);
    const { dataFolder, trustFolder } = options();
    const { signal } = spawnSync(
      process.execPath,
      [fileURLToPath(child), dataFolder, packs().one, trustFolder, packs().two],
      { stdio: 'inherit' },
    );
    expect(signal).toBe('SIGKILL');
    expect(files()).toContain('briefing-rules-2.yandu');

    await restart();

    expect(readdirSync(dataFolder).filter((name) => name.startsWith('briefing-'))).toEqual([]);
    expect(getPackInfo(running().db()).version).toBe(1);
    expect(new Set(listAnnotations(running().db()))).toEqual(new Set(made));
    expect(await running().install(packs().two)).toMatchObject({ status: 'updated' });
    await restart();
    expect(getPackInfo(running().db()).version).toBe(2);
    expect(files()).toEqual(['briefing-rules-2.yandu', 'briefing.yandu', 'briefings.json']);
  });
});
