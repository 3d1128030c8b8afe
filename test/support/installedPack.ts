import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { findDocumentAt, getPackVersion } from '../../electron/db/own/edition.ts';
import { createPacksHandlers } from '../../electron/features/packs.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, documentIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import { firstEdition, secondEdition } from './editionTexts.ts';
import { makeEdition, type EditionArgs } from './makeEdition.ts';
import { startDesk, type DeskOptions, type RunningDesk } from './startDesk.ts';

const other = `第一章 会议

会议每月举行一次，由主任召集。
`;
/** An edition of the rules and of what does not change beside them. */
export const edition = (version: number, text: string): EditionArgs => ({
  version,
  documents: { rules: ['管理办法', text], meetings: ['会议制度', other] },
});

type TestPacks = Readonly<
  Record<'one' | 'two' | 'twoOther' | 'three' | 'foreign' | 'unsigned' | 'club', string>
>;

/** A mark on the first place where the words stand, as the window would make it. */
export function mark(db: BriefingDb, documentId: string, quote: string, note = ''): Annotation {
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

function makePacks(root: string): TestPacks {
  makeKeyPair(join(root, 'publisher.pem'));
  makeKeyPair(join(root, 'stranger.pem'));
  const key = join(root, 'publisher.pem');
  const club = {
    packId: 'club',
    title: '读书会材料',
    version: 1,
    documents: { club: ['章程', other] as const },
  };
  return {
    one: makeEdition(root, { ...edition(1, firstEdition), key }),
    two: makeEdition(root, { ...edition(2, secondEdition), key }),
    twoOther: makeEdition(root, { ...edition(2, firstEdition), key }),
    three: makeEdition(root, { ...edition(3, secondEdition), key }),
    foreign: makeEdition(root, { ...edition(2, secondEdition), key: join(root, 'stranger.pem') }),
    unsigned: makeEdition(root, edition(2, secondEdition)),
    club: makeEdition(root, { ...club, key, validUntil: '2026-11-20' }),
  };
}

/**
 * A program with an installed pack, started anew for every test of the file that calls this; the publisher's
 * key is trusted, the stranger's is not.
 */
export function installedPack() {
  let root = '';
  let packs: TestPacks;
  let folder = '';
  let options: DeskOptions;
  let running: RunningDesk;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'yandu-installing-'));
    packs = makePacks(root);
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

  return {
    /** Where the keys are, and room for other packs. */
    root: () => root,
    packs: () => packs,
    /** Of this test. */
    folder: () => folder,
    options: () => options,
    running: () => running,
    restart: async (change: Partial<DeskOptions> = {}): Promise<void> => {
      running.close();
      options = { ...options, ...change };
      running = await startDesk(options);
    },
    /** One of each fate. */
    markAll: (): readonly Annotation[] => {
      const db = running.db();
      return [
        mark(db, 'rules', '加强管理', '不变'),
        mark(db, 'rules', '自公布之日起施行', '移动'),
        mark(db, 'rules', '向社会公开', '改动'),
        mark(db, 'rules', '园区企业可以申请专项资金，用于研究开发', '消失'),
        mark(db, 'meetings', '每月举行一次', '另一份文件'),
      ];
    },
    files: (): readonly string[] =>
      readdirSync(options.dataFolder).filter((name) => !/-(?:wal|shm)$/.test(name)),
    list: () => listPacks(running),
    /** The id of an installed pack; throws where there is none. */
    packIdOf: (id: string) => {
      const found = running.desk.shelf().briefings.find(({ packId }) => packId === id);
      if (found === undefined) throw new Error(id);
      return found.packId;
    },
  };
}

/** The packs as the window lists them. */
function listPacks({ desk, deps, db }: RunningDesk) {
  const never = () => Promise.resolve(null);
  const result = createPacksHandlers({
    db: db(),
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
