import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAnnotations } from '../../electron/db/own/annotation.ts';
import { getPackInfo } from '../../electron/db/reading.ts';
import { installedPack } from '../support/installedPack.ts';

const { files, folder, markAll, options, packs, restart, running } = installedPack();

describe('the pack of a newer program', () => {
  it('updates the briefing when the program starts, by the same steps', async () => {
    const made = markAll();
    await restart({ shipped: packs().two });

    expect(getPackInfo(running().db()).version).toBe(2);
    expect(new Set(listAnnotations(running().db()))).toEqual(new Set(made));
    expect(running().desk.takeReport()).toMatchObject({
      status: 'updated',
      annotations: { placed: 3, review: 1, unplaced: 1 },
    });
    expect(running().desk.takeReport()).toBeNull();
    await restart();
    expect(running().desk.takeReport()).toBeNull();
  });

  it('is put beside what is open when it is another pack', async () => {
    await restart({ shipped: packs().club });

    expect(getPackInfo(running().db()).packId).toBe('rules');
    expect(
      running()
        .desk.shelf()
        .briefings.map(({ packId }) => packId),
    ).toEqual(['rules', 'club']);
  });

  it('of an older program changes nothing', async () => {
    await running().install(packs().two);
    await restart({ shipped: packs().one });

    expect(getPackInfo(running().db()).version).toBe(2);
  });

  it('that cannot be brought in keeps nobody from their notes', async () => {
    const made = markAll();
    const broken = join(folder(), 'broken.yandu');
    writeFileSync(broken, readFileSync(packs().two).subarray(0, 20_000));
    await restart({ shipped: broken });

    expect(listAnnotations(running().db())).toHaveLength(made.length);
    expect(running().desk.takeReport()).toMatchObject({ status: 'refused', code: 'truncated' });
  });

  it('that a bug keeps out is reported as one, and keeps nobody from their notes either', async () => {
    const made = markAll();
    const faulty = join(folder(), 'faulty.yandu');
    copyFileSync(packs().two, faulty);
    const pack = new Database(faulty);
    pack.exec('ALTER TABLE segment RENAME TO elsewhere');
    pack.close();
    const bugs: unknown[] = [];
    await restart({ shipped: faulty, reportBug: (error) => bugs.push(error) });

    expect(bugs).toEqual([expect.any(Database.SqliteError)]);
    expect(listAnnotations(running().db())).toHaveLength(made.length);
    expect(running().desk.takeReport()).toEqual({
      status: 'refused',
      code: 'unexpected',
      detail: { file: 'faulty.yandu' },
    });
    expect(files()).toEqual(['briefing.yandu', 'briefings.json']);
  });

  it('finds the briefing of a program that kept no list', async () => {
    const made = markAll();
    rmSync(join(options().dataFolder, 'briefings.json'));
    await restart();

    expect(listAnnotations(running().db())).toHaveLength(made.length);
    expect(existsSync(join(options().dataFolder, 'briefings.json'))).toBe(true);
  });
});
