import Database from 'better-sqlite3';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { putAnnotation, listAnnotations } from '../../electron/db/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefingDb.ts';
import { findDocumentAt, getPackVersion } from '../../electron/db/edition.ts';
import { getPackInfo } from '../../electron/db/reading.ts';
import { listReadingPlaces, putReadingPlace } from '../../electron/db/readingPlace.ts';
import { listResolutions } from '../../electron/db/resolution.ts';
import { findSetting, putSetting } from '../../electron/db/setting.ts';
import { createPacksHandlers } from '../../electron/features/packs.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, documentIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import { firstEdition, secondEdition } from '../support/editionTexts.ts';
import { makeEdition, type EditionArgs } from '../support/makeEdition.ts';
import { startDesk, type DeskOptions, type RunningDesk } from '../support/startDesk.ts';

const other = `第一章 会议

会议每月举行一次，由主任召集。
`;
const edition = (version: number, text: string): EditionArgs => ({
  version,
  documents: { rules: ['管理办法', text], meetings: ['会议制度', other] },
});

let root = '';
let packs: Readonly<
  Record<'one' | 'two' | 'twoOther' | 'three' | 'foreign' | 'unsigned' | 'club', string>
>;
let folder = '';
let options: DeskOptions;
let running: RunningDesk;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yandu-installing-'));
  makeKeyPair(join(root, 'publisher.pem'));
  makeKeyPair(join(root, 'stranger.pem'));
  const key = join(root, 'publisher.pem');
  const club = {
    packId: 'club',
    title: '读书会材料',
    version: 1,
    documents: { club: ['章程', other] as const },
  };
  packs = {
    one: makeEdition(root, { ...edition(1, firstEdition), key }),
    two: makeEdition(root, { ...edition(2, secondEdition), key }),
    twoOther: makeEdition(root, { ...edition(2, firstEdition), key }),
    three: makeEdition(root, { ...edition(3, secondEdition), key }),
    foreign: makeEdition(root, { ...edition(2, secondEdition), key: join(root, 'stranger.pem') }),
    unsigned: makeEdition(root, edition(2, secondEdition)),
    club: makeEdition(root, { ...club, key, validUntil: '2026-11-20' }),
  };
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'case-'));
  const dataFolder = join(folder, 'data');
  const trustFolder = join(folder, 'trust');
  mkdirSync(dataFolder);
  mkdirSync(trustFolder);
  copyFileSync(join(root, 'publisher.pub.pem'), join(trustFolder, 'publisher.pem'));
  options = { dataFolder, trustFolder, shipped: packs.one };
  running = await startDesk(options);
});
afterEach(() => {
  running.close();
});

async function restart(change: Partial<DeskOptions> = {}): Promise<void> {
  running.close();
  options = { ...options, ...change };
  running = await startDesk(options);
}

/** A mark on the first place where the words stand, as the window would make it. */
function mark(db: BriefingDb, documentId: string, quote: string, note = ''): Annotation {
  const id = documentIdSchema.parse(documentId);
  const text =
    db.prepare<[string], string>('SELECT text FROM document WHERE id = ?').pluck().get(id) ?? '';
  const start = text.indexOf(quote);
  const place = { documentId: id, start, end: start + quote.length };
  const document = findDocumentAt(db, place);
  const anchor = document && makeAnchor({ document, packVersion: getPackVersion(db) }, place);
  if (anchor === null) throw new Error(`no place for ${quote}`);
  const at = isoTimeSchema.parse('2026-11-21T05:00:00.000Z');
  const annotation: Annotation = {
    id: annotationIdSchema.parse(randomUUID()),
    target: { kind: 'passage', anchor },
    pigment: 'gamboge',
    note,
    type: null,
    isPrivate: false,
    tagIds: [],
    author: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
  putAnnotation(db, annotation);
  return annotation;
}

/** One of each fate. */
function markAll(): readonly Annotation[] {
  const db = running.db();
  return [
    mark(db, 'rules', '加强管理', '不变'),
    mark(db, 'rules', '自公布之日起施行', '移动'),
    mark(db, 'rules', '向社会公开', '改动'),
    mark(db, 'rules', '园区企业可以申请专项资金，用于研究开发', '消失'),
    mark(db, 'meetings', '每月举行一次', '另一份文件'),
  ];
}

function files(): readonly string[] {
  return readdirSync(options.dataFolder).filter((name) => !/-(?:wal|shm)$/.test(name));
}

describe('a signed update', () => {
  it('carries every annotation over, unchanged, and says where each now stands', async () => {
    const made = markAll();

    const report = await running.install(packs.two);

    expect(report).toMatchObject({
      status: 'updated',
      fromLabel: '2026.1',
      versionLabel: '2026.2',
      trust: { kind: 'signed', keyName: 'publisher', standing: 'current' },
      annotations: { placed: 3, review: 1, unplaced: 1 },
      documents: { added: [], removed: [], changed: ['管理办法'], same: 1 },
    });
    expect(new Set(listAnnotations(running.db()))).toEqual(new Set(made));
    const standing = await listResolutions(running.db());
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
    const db = running.db();
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
      const [place] = listReadingPlaces(running.db());
      const text =
        running
          .db()
          .prepare<[], string>("SELECT text FROM document WHERE id = 'rules'")
          .pluck()
          .get() ?? '';
      return text.slice(place?.offset, (place?.offset ?? 0) + 6);
    };
    const before = textAt();

    await running.install(packs.two);

    expect(findSetting(running.db(), 'settings')).toEqual({ theme: 'night' });
    expect(textAt()).toBe(before);
    expect(running.db().prepare('SELECT * FROM annotation_tag').all()).toEqual([
      { annotation_id: annotation?.id, tag_id: tag },
    ]);
  });

  it('leaves the file of before as it was, and opens the new one ever after', async () => {
    const made = markAll();
    await running.install(packs.two);
    await restart({ shipped: packs.one });

    expect(getPackInfo(running.db()).version).toBe(2);
    expect(listAnnotations(running.db())).toHaveLength(made.length);
    expect(files().toSorted()).toEqual([
      'briefing-rules-2.yandu',
      'briefing.yandu',
      'briefings.json',
    ]);
    rmSync(join(options.dataFolder, 'briefings.json'));
    rmSync(join(options.dataFolder, 'briefing-rules-2.yandu'));
    await restart();
    expect(getPackInfo(running.db()).version).toBe(1);
    expect(listAnnotations(running.db())).toHaveLength(made.length);
  });

  it('takes along what is written while it is being prepared', async () => {
    const late = { annotation: null as Annotation | null };
    await restart({
      onProgress: () => {
        late.annotation ??= mark(running.db(), 'rules', '各部门', '迟到');
      },
    });

    const report = await running.install(packs.two);

    expect(report).toMatchObject({ annotations: { placed: 1, review: 0, unplaced: 0 } });
    expect(listAnnotations(running.db())).toEqual([late.annotation]);
  });

  it('finds what was resolved once without looking again', async () => {
    markAll();
    await running.install(packs.two);
    const before = await listResolutions(running.db());
    running.db().exec("UPDATE segment SET hash = 'x'");

    expect(await listResolutions(running.db())).toEqual(before);
  });
});

describe('the pack of a newer program', () => {
  it('updates the briefing when the program starts, by the same steps', async () => {
    const made = markAll();
    await restart({ shipped: packs.two });

    expect(getPackInfo(running.db()).version).toBe(2);
    expect(new Set(listAnnotations(running.db()))).toEqual(new Set(made));
    expect(running.desk.takeReport()).toMatchObject({
      status: 'updated',
      annotations: { placed: 3, review: 1, unplaced: 1 },
    });
    expect(running.desk.takeReport()).toBeNull();
    await restart();
    expect(running.desk.takeReport()).toBeNull();
  });

  it('is put beside what is open when it is another pack', async () => {
    await restart({ shipped: packs.club });

    expect(getPackInfo(running.db()).packId).toBe('rules');
    expect(running.desk.shelf().briefings.map(({ packId }) => packId)).toEqual(['rules', 'club']);
  });

  it('of an older program changes nothing', async () => {
    await running.install(packs.two);
    await restart({ shipped: packs.one });

    expect(getPackInfo(running.db()).version).toBe(2);
  });

  it('that cannot be brought in keeps nobody from their notes', async () => {
    const made = markAll();
    const broken = join(folder, 'broken.yandu');
    writeFileSync(broken, readFileSync(packs.two).subarray(0, 20_000));
    await restart({ shipped: broken });

    expect(listAnnotations(running.db())).toHaveLength(made.length);
    expect(running.desk.takeReport()).toMatchObject({ status: 'refused', code: 'truncated' });
  });

  it('that a bug keeps out is reported as one, and keeps nobody from their notes either', async () => {
    const made = markAll();
    const faulty = join(folder, 'faulty.yandu');
    copyFileSync(packs.two, faulty);
    const pack = new Database(faulty);
    pack.exec('ALTER TABLE segment RENAME TO elsewhere');
    pack.close();
    const bugs: unknown[] = [];
    await restart({ shipped: faulty, reportBug: (error) => bugs.push(error) });

    expect(bugs).toEqual([expect.any(Database.SqliteError)]);
    expect(listAnnotations(running.db())).toHaveLength(made.length);
    expect(running.desk.takeReport()).toEqual({
      status: 'refused',
      code: 'unexpected',
      detail: { file: 'faulty.yandu' },
    });
    expect(files()).toEqual(['briefing.yandu', 'briefings.json']);
  });

  it('finds the briefing of a program that kept no list', async () => {
    const made = markAll();
    rmSync(join(options.dataFolder, 'briefings.json'));
    await restart();

    expect(listAnnotations(running.db())).toHaveLength(made.length);
    expect(existsSync(join(options.dataFolder, 'briefings.json'))).toBe(true);
  });
});

describe('another pack', () => {
  it('becomes a briefing of its own; each keeps its notes, and both look alike', async () => {
    const made = markAll();
    putSetting(running.db(), 'settings', { theme: 'night' });

    expect(await running.install(packs.club)).toMatchObject({
      status: 'installed',
      title: '读书会材料',
      trust: { standing: 'over', validUntil: '2026-11-20' },
    });
    expect(findSetting(running.db(), 'settings')).toEqual({ theme: 'night' });
    mark(running.db(), 'club', '由主任召集');

    const back = running.desk.open(getPackInfoOf('rules'));
    expect(back.ok).toBe(true);
    expect(listAnnotations(running.db())).toHaveLength(made.length);
    expect(
      list().packs.map(({ title, isOpen, annotationCount }) => [title, isOpen, annotationCount]),
    ).toEqual([
      ['管理办法汇编', true, made.length],
      ['读书会材料', false, 1],
    ]);
    await restart();
    expect(getPackInfo(running.db()).packId).toBe('rules');
  });

  it('that is installed already is opened', async () => {
    await running.install(packs.club);
    running.desk.open(getPackInfoOf('rules'));

    expect(await running.install(packs.club)).toMatchObject({ status: 'known' });
    expect(getPackInfo(running.db()).packId).toBe('club');
  });

  it('is marked in the list as soon as its key is taken out of the trust folder', async () => {
    await running.install(packs.club);
    rmSync(join(options.trustFolder, 'publisher.pem'));

    expect(list().packs.find(({ packId }) => packId === 'club')?.trust).toMatchObject({
      keyName: 'publisher',
      standing: 'revoked',
    });
  });
});

function getPackInfoOf(id: string) {
  const found = running.desk.shelf().briefings.find(({ packId }) => packId === id);
  if (found === undefined) throw new Error(id);
  return found.packId;
}

function list() {
  const { desk, deps } = running;
  const never = () => Promise.resolve(null);
  const result = createPacksHandlers({
    db: running.db(),
    now: deps.now,
    newId: randomUUID,
    desk,
    shelfDeps: deps,
    dialogs: { askSaveName: never, askOpenFile: never },
    takeOfferedPath: () => null,
  }).listPacks({});
  if (result instanceof Promise || !result.ok) throw new Error('no list');
  return result.value;
}

describe('a pack is refused with its own name, and what was open goes on, when it', () => {
  /** Nothing but what was there before. */
  async function expectRefused(path: string, code: string): Promise<void> {
    markAll();
    const before = { files: files(), annotations: listAnnotations(running.db()) };
    expect(await running.install(path)).toMatchObject({ status: 'refused', code });
    expect({ files: files(), annotations: listAnnotations(running.db()) }).toEqual(before);
    mark(running.db(), 'rules', '各部门');
  }

  it('is not signed', () => expectRefused(packs.unsigned, 'unsigned'));
  it('is signed by a stranger', () => expectRefused(packs.foreign, 'key_unknown'));
  it('is not there any more', () => expectRefused(join(folder, 'stick', 'gone.yandu'), 'missing'));

  it('is older than what is installed', async () => {
    await running.install(packs.two);
    expect(await running.install(packs.one)).toMatchObject({
      code: 'older',
      detail: { label: '2026.1', seen: '2026.2' },
    });
    expect(getPackInfo(running.db()).version).toBe(2);
  });

  it('is older than its signer has shown, though the briefing is gone', async () => {
    await running.install(packs.club);
    await running.install(packs.three);
    running.desk.open(getPackInfoOf('club'));
    running.close();
    rmSync(join(options.dataFolder, 'briefing-rules-3.yandu'));
    rmSync(join(options.dataFolder, 'briefing.yandu'));
    running = await startDesk({ ...options, shipped: packs.club });

    expect(await running.install(packs.two)).toMatchObject({
      code: 'older',
      detail: { seen: '2026.3' },
    });
  });

  it('has the number of the installed one and other content', async () => {
    await running.install(packs.two);
    expect(await running.install(packs.twoOther)).toMatchObject({ code: 'version_reused' });
  });

  it('is not wanted by the admin', async () => {
    await restart({ policy: { trust: 'shippedOnly' } });
    await expectRefused(packs.two, 'shipped_only');
    await restart({ policy: { packUpdates: 'forbidden' } });
    await expectRefused(packs.two, 'updates_forbidden');
    await restart({ policy: { packFolder: folder } });
    await expectRefused(packs.two, 'outside_folder');
    await restart({ policy: { packFolder: root } });
    expect(await running.install(packs.two)).toMatchObject({ status: 'updated' });
  });

  it('is cancelled, at whatever moment', async () => {
    const made = markAll();
    await restart({
      onProgress: (desk) => {
        desk.cancel();
      },
    });
    expect(await running.install(packs.two)).toMatchObject({ code: 'cancelled' });
    expect(files()).toEqual(['briefing.yandu', 'briefings.json']);
    expect(listAnnotations(running.db())).toHaveLength(made.length);
  });

  it.skipIf(process.getuid?.() === 0)('cannot be stored', async () => {
    chmodSync(options.dataFolder, 0o500);
    await expectRefused(packs.two, 'folder_unwritable');
    chmodSync(options.dataFolder, 0o700);
  });
});

describe('a pack without a signature', () => {
  it('is installed where the policy allows it, and stays marked', async () => {
    await restart({ policy: { allowUnsignedPacks: true } });
    expect(await running.install(packs.unsigned)).toMatchObject({
      status: 'updated',
      trust: { kind: 'unsigned' },
    });
    expect(list().packs[0]?.trust).toEqual({ kind: 'unsigned' });
  });
});

describe('the key of an installed pack that was stolen and revoked', () => {
  it('does not block the next edition with a high number', async () => {
    copyFileSync(join(root, 'stranger.pub.pem'), join(options.trustFolder, 'stranger.pem'));
    const stolen = makeEdition(root, {
      ...edition(9999, secondEdition),
      key: join(root, 'stranger.pem'),
    });
    expect(await running.install(stolen)).toMatchObject({ status: 'updated' });
    expect(await running.install(packs.three)).toMatchObject({ code: 'older' });
    rmSync(join(options.trustFolder, 'stranger.pem'));

    expect(await running.install(packs.three)).toMatchObject({ status: 'updated' });
    expect(getPackInfo(running.db()).version).toBe(3);
  });
});

describe('a program that is killed while it installs', () => {
  it(
    'leaves the old briefing or the new one, whole, and every note',
    { timeout: 60_000 },
    async () => {
      const made = markAll();
      running.close();
      const program = fileURLToPath(new URL('../support/installChild.ts', import.meta.url));
      for (const wait of [0, 10, 20, 35, 60, 100]) {
        const dataFolder = mkdtempSync(join(folder, 'killed-'));
        cpSync(options.dataFolder, dataFolder, { recursive: true });
        const args = [program, dataFolder, packs.one, options.trustFolder, packs.two];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
        // Listened for from the start: a fast machine is done before it is killed.
        const closed = once(child, 'close');
        await once(child.stdout, 'data');
        await setTimeout(wait);
        child.kill('SIGKILL');
        await closed;

        const again = await startDesk({ ...options, dataFolder });
        expect([1, 2]).toContain(getPackInfo(again.db()).version);
        expect(new Set(listAnnotations(again.db()))).toEqual(new Set(made));
        expect(readdirSync(dataFolder).filter((name) => name.includes('.partial'))).toEqual([]);
        expect(await again.install(packs.three)).toMatchObject({
          status: 'updated',
          annotations: { placed: 3, review: 1, unplaced: 1 },
        });
        again.close();
      }
      running = await startDesk(options);
    },
  );

  it('between the new file and the list that names it, leaves nothing of it after the next start', async () => {
    const made = markAll();
    running.close();
    const child = new URL('../support/children/endAtSwitch.ts', import.meta.url);
    const { dataFolder, trustFolder } = options;
    const { signal } = spawnSync(
      process.execPath,
      [fileURLToPath(child), dataFolder, packs.one, trustFolder, packs.two],
      { stdio: 'inherit' },
    );
    expect(signal).toBe('SIGKILL');
    expect(files()).toContain('briefing-rules-2.yandu');

    running = await startDesk(options);

    expect(readdirSync(dataFolder).filter((name) => name.startsWith('briefing-'))).toEqual([]);
    expect(getPackInfo(running.db()).version).toBe(1);
    expect(new Set(listAnnotations(running.db()))).toEqual(new Set(made));
    expect(await running.install(packs.two)).toMatchObject({ status: 'updated' });
    await restart();
    expect(getPackInfo(running.db()).version).toBe(2);
    expect(files()).toEqual(['briefing-rules-2.yandu', 'briefing.yandu', 'briefings.json']);
  });
});
