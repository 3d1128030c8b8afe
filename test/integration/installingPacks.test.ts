import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAnnotations } from '../../electron/db/own/annotation.ts';
import { getPackInfo } from '../../electron/db/reading.ts';
import { listReadingPlaces, putReadingPlace } from '../../electron/db/own/readingPlace.ts';
import { listResolutions } from '../../electron/db/own/resolution.ts';
import { findSetting, putSetting } from '../../electron/db/briefing/setting.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { documentIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import { firstEdition } from '../support/editionTexts.ts';
import { installedPack, mark } from '../support/installedPack.ts';

const { files, list, markAll, options, packIdOf, packs, restart, running } = installedPack();

describe('a signed update', () => {
  it('carries every annotation over, unchanged, and says where each now stands', async () => {
    const made = markAll();

    const report = await running().install(packs().two);

    expect(report).toMatchObject({
      status: 'updated',
      fromLabel: '2026.1',
      versionLabel: '2026.2',
      trust: { kind: 'signed', keyName: 'publisher', standing: 'current' },
      annotations: { placed: 3, review: 1, unplaced: 1 },
      documents: { added: [], removed: [], changed: ['管理办法'], same: 1 },
    });
    expect(new Set(listAnnotations(running().db()))).toEqual(new Set(made));
    const standing = await listResolutions(running().db());
    const byNote = new Map(
      made.map(({ id, note }) => [note, standing.find((one) => one.id === id)?.resolution.status]),
    );
    expect(Object.fromEntries(byNote)).toEqual({
      不变: 'unchanged',
      移动: 'moved',
      改动: 'changed',
      消失: 'gone',
      另一份文件: 'unchanged',
    });
  });

  it('carries tags, handouts, settings and the place in the text', async () => {
    const db = running().db();
    const [annotation] = markAll();
    const tag = randomUUID();
    db.prepare('INSERT INTO tag VALUES (?, ?)').run(tag, '要点');
    db.prepare('INSERT INTO annotation_tag VALUES (?, ?)').run(annotation?.id, tag);
    putSetting(db, 'settings', { theme: 'night' });
    const documentId = documentIdSchema.parse('rules');
    const offset = firstEdition.indexOf('自公布') - 5;
    putReadingPlace(
      db,
      { documentId, offset, read: { start: offset, end: offset + 5 } },
      isoTimeSchema.parse('2026-11-21T05:00:00.000Z'),
    );
    const textAt = (): string => {
      const [place] = listReadingPlaces(running().db());
      const text =
        running()
          .db()
          .prepare<[], string>("SELECT text FROM document WHERE id = 'rules'")
          .pluck()
          .get() ?? '';
      return text.slice(place?.offset, (place?.offset ?? 0) + 6);
    };
    const before = textAt();

    await running().install(packs().two);

    expect(findSetting(running().db(), 'settings')).toEqual({ theme: 'night' });
    expect(textAt()).toBe(before);
    expect(running().db().prepare('SELECT * FROM annotation_tag').all()).toEqual([
      { annotation_id: annotation?.id, tag_id: tag },
    ]);
  });

  it('leaves the file of before as it was, and opens the new one ever after', async () => {
    const made = markAll();
    await running().install(packs().two);
    await restart({ shipped: packs().one });

    expect(getPackInfo(running().db()).version).toBe(2);
    expect(listAnnotations(running().db())).toHaveLength(made.length);
    expect(files().toSorted()).toEqual([
      'briefing-rules-2.yandu',
      'briefing.yandu',
      'briefings.json',
    ]);
    rmSync(join(options().dataFolder, 'briefings.json'));
    rmSync(join(options().dataFolder, 'briefing-rules-2.yandu'));
    await restart();
    expect(getPackInfo(running().db()).version).toBe(1);
    expect(listAnnotations(running().db())).toHaveLength(made.length);
  });

  it('takes along what is written while it is being prepared', async () => {
    const late = { annotation: null as Annotation | null };
    await restart({
      onProgress: () => {
        late.annotation ??= mark(running().db(), 'rules', '各部门', '迟到');
      },
    });

    const report = await running().install(packs().two);

    expect(report).toMatchObject({ annotations: { placed: 1, review: 0, unplaced: 0 } });
    expect(listAnnotations(running().db())).toEqual([late.annotation]);
  });

  it('finds what was resolved once without looking again', async () => {
    markAll();
    await running().install(packs().two);
    const before = await listResolutions(running().db());
    running().db().exec("UPDATE segment SET hash = 'x'");

    expect(await listResolutions(running().db())).toEqual(before);
  });
});

describe('another pack', () => {
  it('becomes a briefing of its own; each keeps its notes, and both look alike', async () => {
    const made = markAll();
    putSetting(running().db(), 'settings', { theme: 'night' });

    expect(await running().install(packs().club)).toMatchObject({
      status: 'installed',
      title: '读书会材料',
      trust: { standing: 'over', validUntil: '2026-11-20' },
    });
    expect(findSetting(running().db(), 'settings')).toEqual({ theme: 'night' });
    mark(running().db(), 'club', '由主任召集');

    const back = running().desk.open(packIdOf('rules'));
    expect(back.ok).toBe(true);
    expect(listAnnotations(running().db())).toHaveLength(made.length);
    expect(
      list().packs.map(({ title, isOpen, annotationCount }) => [title, isOpen, annotationCount]),
    ).toEqual([
      ['管理办法汇编', true, made.length],
      ['读书会材料', false, 1],
    ]);
    await restart();
    expect(getPackInfo(running().db()).packId).toBe('rules');
  });

  it('that is installed already is opened', async () => {
    await running().install(packs().club);
    running().desk.open(packIdOf('rules'));

    expect(await running().install(packs().club)).toMatchObject({ status: 'known' });
    expect(getPackInfo(running().db()).packId).toBe('club');
  });

  it('is marked in the list as soon as its key is taken out of the trust folder', async () => {
    await running().install(packs().club);
    rmSync(join(options().trustFolder, 'publisher.pem'));

    expect(list().packs.find(({ packId }) => packId === 'club')?.trust).toMatchObject({
      keyName: 'publisher',
      standing: 'revoked',
    });
  });
});

describe('a pack without a signature', () => {
  it('is installed where the policy allows it, and stays marked', async () => {
    await restart({ policy: { allowUnsignedPacks: true } });
    expect(await running().install(packs().unsigned)).toMatchObject({
      status: 'updated',
      trust: { kind: 'unsigned' },
    });
    expect(list().packs[0]?.trust).toEqual({ kind: 'unsigned' });
  });
});
