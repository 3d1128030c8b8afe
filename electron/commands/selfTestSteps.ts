import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, type IsoTime } from '../../shared/domain/ids.ts';
import { findAnnotation, putAnnotation } from '../db/own/annotation.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { isBriefingSound } from '../db/briefing/checkTables.ts';
import { listEditionDocuments } from '../db/own/edition.ts';
import { migrations } from '../db/migrations/list.ts';
import { openBriefing } from '../db/openBriefing.ts';
import { findDocumentContent, getPackInfo, listDocuments } from '../db/reading.ts';
import { hasDigest } from '../db/briefing/hasDigest.ts';
import type { ProgramFacts } from './programFacts.ts';

type Outcome = { readonly ok: boolean; readonly found: unknown };
export type SelfTestStep = { readonly name: string; readonly run: () => Outcome };

/** The steps in their order, each with the briefing opened anew in `folder`, as after a restart. */
export function listSelfTestSteps(
  folder: string,
  facts: ProgramFacts,
  now: () => IsoTime,
): readonly SelfTestStep[] {
  const opened = (name: string, use: (db: BriefingDb) => Outcome): SelfTestStep => ({
    name,
    run: () => inBriefing(folder, facts, use),
  });
  const id = annotationIdSchema.parse(randomUUID());
  const note = `self-test ${now()}`;
  return [
    { name: 'the pack is the one that was shipped', run: () => checkShipped(facts) },
    opened('a briefing is made of it', (db) => ({ ok: true, found: getPackInfo(db).packId })),
    opened('every document is read', readAll),
    opened('a note is written', (db) => writeNote(db, { id, note, at: now() })),
    opened('the note is found again', (db) => {
      const found = findAnnotation(db, id);
      return { ok: found?.note === note && found.target.kind === 'passage', found: null };
    }),
    opened('the file is sound', (db) => ({ ok: isBriefingSound(db), found: null })),
    opened('the text is the pack’s to the letter', (db) => {
      const { digest } = getPackInfo(db);
      return { ok: hasDigest(db, digest), found: digest };
    }),
  ];
}

function inBriefing(
  folder: string,
  { packPath, packSha256, nativeBinding }: ProgramFacts,
  use: (db: BriefingDb) => Outcome,
): Outcome {
  const opened = openBriefing({
    packPath,
    expectedSha256: packSha256 === '' ? null : packSha256,
    briefingPath: join(folder, 'briefing.yandu'),
    migrations,
    nativeBinding,
    useWal: true,
    backup: null,
  });
  if (!opened.ok) return { ok: false, found: opened.code };
  try {
    return use(opened.value);
  } finally {
    opened.value.close();
  }
}

function checkShipped({ packPath, packSha256 }: ProgramFacts): Outcome {
  const sha256 = createHash('sha256').update(readFileSync(packPath)).digest('hex');
  return { ok: packSha256 === '' || sha256 === packSha256, found: sha256 };
}

function readAll(db: BriefingDb): Outcome {
  const contents = listDocuments(db).flatMap(({ id }) => findDocumentContent(db, id) ?? []);
  const sum = (count: (content: (typeof contents)[number]) => number): number =>
    contents.reduce((total, content) => total + count(content), 0);
  const segments = sum((content) => content.segments.length);
  return {
    ok: segments === getPackInfo(db).segmentCount,
    found: { documents: contents.length, segments, characters: sum(({ text }) => text.length) },
  };
}

type NoteArgs = Pick<Annotation, 'id' | 'note'> & { readonly at: IsoTime };

/** On the first segment of the pack. */
function writeNote(db: BriefingDb, { id, note, at }: NoteArgs): Outcome {
  const [document] = listEditionDocuments(db).filter(({ segments }) => segments.length > 0);
  const anchor =
    document === undefined
      ? null
      : makeAnchor(
          { document, packVersion: getPackInfo(db).version },
          document.segments[0] ?? { start: 0, end: 0 },
        );
  if (anchor === null) return { ok: false, found: 'the pack holds no text' };
  putAnnotation(db, {
    id,
    note,
    target: { kind: 'passage', anchor },
    pigment: 'indigo',
    type: null,
    isPrivate: true,
    tagIds: [],
    author: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
  return { ok: true, found: { characters: anchor.quote.length } };
}
