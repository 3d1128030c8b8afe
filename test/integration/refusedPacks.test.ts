import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAnnotations } from '../../electron/db/own/annotation.ts';
import { getPackInfo } from '../../electron/db/reading.ts';
import { secondEdition } from '../support/editionTexts.ts';
import { edition, installedPack, mark } from '../support/installedPack.ts';
import { makeEdition } from '../support/makeEdition.ts';

const { files, folder, markAll, options, packIdOf, packs, restart, root, running } =
  installedPack();

describe('a pack is refused with its own name, and what was open goes on, when it', () => {
  /** Nothing but what was there before. */
  async function expectRefused(path: string, code: string): Promise<void> {
    markAll();
    const before = { files: files(), annotations: listAnnotations(running().db()) };
    expect(await running().install(path)).toMatchObject({ status: 'refused', code });
    expect({ files: files(), annotations: listAnnotations(running().db()) }).toEqual(before);
    mark(running().db(), 'rules', '各部门');
  }

  it('is not signed', () => expectRefused(packs().unsigned, 'unsigned'));
  it('is signed by a stranger', () => expectRefused(packs().foreign, 'key_unknown'));
  it('is not there any more', () =>
    expectRefused(join(folder(), 'stick', 'gone.yandu'), 'missing'));

  it('is older than what is installed', async () => {
    await running().install(packs().two);
    expect(await running().install(packs().one)).toMatchObject({
      code: 'older',
      detail: { label: '2026.1', seen: '2026.2' },
    });
    expect(getPackInfo(running().db()).version).toBe(2);
  });

  it('is older than its signer has shown, though the briefing is gone', async () => {
    await running().install(packs().club);
    await running().install(packs().three);
    running().desk.open(packIdOf('club'));
    running().close();
    rmSync(join(options().dataFolder, 'briefing-rules-3.yandu'));
    rmSync(join(options().dataFolder, 'briefing.yandu'));
    await restart({ shipped: packs().club });

    expect(await running().install(packs().two)).toMatchObject({
      code: 'older',
      detail: { seen: '2026.3' },
    });
  });

  it('has the number of the installed one and other content', async () => {
    await running().install(packs().two);
    expect(await running().install(packs().twoOther)).toMatchObject({ code: 'version_reused' });
  });

  it('is not wanted by the admin', async () => {
    await restart({ policy: { trust: 'shippedOnly' } });
    await expectRefused(packs().two, 'shipped_only');
    await restart({ policy: { packUpdates: 'forbidden' } });
    await expectRefused(packs().two, 'updates_forbidden');
    await restart({ policy: { packFolder: folder() } });
    await expectRefused(packs().two, 'outside_folder');
    await restart({ policy: { packFolder: root() } });
    expect(await running().install(packs().two)).toMatchObject({ status: 'updated' });
  });

  it('is cancelled, at whatever moment', async () => {
    const made = markAll();
    await restart({
      onProgress: (desk) => {
        desk.cancel();
      },
    });
    expect(await running().install(packs().two)).toMatchObject({ code: 'cancelled' });
    expect(files()).toEqual(['briefing.yandu', 'briefings.json']);
    expect(listAnnotations(running().db())).toHaveLength(made.length);
  });

  it.skipIf(process.getuid?.() === 0)('cannot be stored', async () => {
    chmodSync(options().dataFolder, 0o500);
    await expectRefused(packs().two, 'folder_unwritable');
    chmodSync(options().dataFolder, 0o700);
  });
});

describe('the key of an installed pack that was stolen and revoked', () => {
  it('does not block the next edition with a high number', async () => {
    copyFileSync(join(root(), 'stranger.pub.pem'), join(options().trustFolder, 'stranger.pem'));
    const stolen = makeEdition(root(), {
      ...edition(9999, secondEdition),
      key: join(root(), 'stranger.pem'),
    });
    expect(await running().install(stolen)).toMatchObject({ status: 'updated' });
    expect(await running().install(packs().three)).toMatchObject({ code: 'older' });
    rmSync(join(options().trustFolder, 'stranger.pem'));

    expect(await running().install(packs().three)).toMatchObject({ status: 'updated' });
    expect(getPackInfo(running().db()).version).toBe(3);
  });
});
