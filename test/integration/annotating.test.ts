import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefingDb.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { purgeExpired } from '../../electron/db/purgeExpired.ts';
import { ownSettings, storeSettings } from '../../electron/db/readerSettings.ts';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { createTaggingHandlers } from '../../electron/features/tagging.ts';
import { annotationSchema, type Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { fillTestPack } from '../support/testBriefing.ts';

const plan = makeDocument({
  id: 'plan',
  title: '十四五规划纲要',
  segments: [
    { kind: 'heading', text: '第四章 全面深化中新合作' },
    { kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' },
    {
      kind: 'paragraph',
      text: '推进新加坡国立大学苏州研究院发展，联合布局一批重大创新平台和项目。',
    },
  ],
});

let folder = '';
let db: BriefingDb;
let clock = 0;
let ids = 0;

function openBriefing(): BriefingDb {
  const file = new Database(join(folder, 'briefing.yandu'));
  file.pragma('foreign_keys = ON');
  return migrate(file, migrations);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annotating-'));
  const pack = new Database(join(folder, 'briefing.yandu'));
  fillTestPack(pack, [plan]);
  pack.close();
  db = openBriefing();
  clock = Date.parse('2026-11-20T08:00:00.000Z');
  ids = 0;
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function app() {
  const deps = {
    db,
    now: () => isoTimeSchema.parse(new Date(clock).toISOString()),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  };
  return { ...createAnnotatingHandlers(deps), ...createTaggingHandlers(deps) };
}

function newId() {
  return annotationIdSchema.parse(`00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`);
}

function wait(seconds: number): void {
  clock += seconds * 1000;
}

function restart(): void {
  db.close();
  db = openBriefing();
}

async function value<Value>(answer: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function placeOf(quote: string) {
  const start = plan.text.indexOf(quote);
  return { documentId: plan.document.id, start, end: start + quote.length };
}

function passage(quote: string, note = '') {
  return {
    id: newId(),
    target: { kind: 'passage', place: placeOf(quote), quote },
    pigment: 'gamboge',
    note,
    type: null,
  } as const;
}

async function mark(quote: string, note = ''): Promise<Annotation> {
  return value(app().createAnnotation(passage(quote, note)));
}

async function listed(): Promise<readonly Annotation[]> {
  return value(app().listAnnotations({}));
}

async function notes(): Promise<readonly string[]> {
  return (await listed()).map(({ note }) => note);
}

describe('making a mark', () => {
  it('keeps it with its anchor, across a restart', async () => {
    const made = await mark('“探路者”和“传播者”', '与 2023 年文章对照');

    restart();

    const [kept, ...others] = await listed();
    expect(others).toEqual([]);
    expect(kept).toEqual(made);
    expect(annotationSchema.parse(kept)).toEqual(made);
    expect(made.target).toMatchObject({
      kind: 'passage',
      anchor: {
        quote: '“探路者”和“传播者”',
        prefix: '第四章 全面深化中新合作\n勇当中新两国合作的',
        packVersion: 1,
      },
    });
  });

  it.each([
    ['quote_mismatch', { place: placeOf('探路者'), quote: '传播者' }],
    ['place_invalid', { place: { ...placeOf('探路者'), end: 99_999 }, quote: '探路者' }],
    [
      'document_missing',
      {
        place: {
          documentId: makeDocument({ id: 'other', segments: [] }).document.id,
          start: 0,
          end: 1,
        },
        quote: '第',
      },
    ],
  ])('refuses with %s and stores nothing', async (code, wrong) => {
    const answer = await app().createAnnotation({
      ...passage('探路者'),
      target: { kind: 'passage', ...wrong },
    });

    expect(answer).toMatchObject({ ok: false, code });
    expect(await listed()).toEqual([]);
  });

  it('keeps overlapping marks apart, in text order', async () => {
    await mark('两国合作的“探路者”');
    await mark('中新两国合作');
    await mark('中新两国合作');

    const quotes = (await listed()).map(({ target }) =>
      target.kind === 'passage' ? target.anchor.quote : '',
    );

    expect(quotes).toEqual(['中新两国合作', '中新两国合作', '两国合作的“探路者”']);
  });

  it('takes notes on a section, on a document and on nothing in particular', async () => {
    const documentId = plan.document.id;
    const sectionKey = plan.sections[0]?.key;
    if (sectionKey === undefined) throw new Error('no section');
    const bare = { pigment: null, note: '想法', type: null };

    await value(
      app().createAnnotation({
        id: newId(),
        ...bare,
        target: { kind: 'section', documentId, sectionKey },
      }),
    );
    await value(
      app().createAnnotation({ id: newId(), ...bare, target: { kind: 'document', documentId } }),
    );
    await value(app().createAnnotation({ id: newId(), ...bare, target: { kind: 'free' } }));

    expect((await listed()).map(({ target }) => target.kind).toSorted()).toEqual([
      'document',
      'free',
      'section',
    ]);
  });

  it('puts the name in the settings on what is made from then on, and nothing without one', async () => {
    await mark('探路者');
    storeSettings(db, { ...ownSettings(db), author: ' 沈觅 ' });
    await mark('传播者');

    expect((await listed()).map(({ author }) => author)).toEqual([null, '沈觅']);
  });

  it('refuses an id that is taken, and leaves what is there', async () => {
    const made = await mark('探路者', '想法');

    const answer = await app().createAnnotation({ ...passage('传播者'), id: made.id });

    expect(answer).toMatchObject({ ok: false, code: 'input_invalid' });
    expect(await listed()).toEqual([made]);
  });

  it('extends a mark: a new anchor, the same annotation', async () => {
    const { id } = await mark('探路者', '笔记');
    const quote = '“探路者”和“传播者”';

    const moved = await value(app().moveAnnotation({ id, place: placeOf(quote), quote }));

    expect(moved).toMatchObject({ id, note: '笔记', target: { anchor: { quote } } });
  });
});

describe('undo and redo', () => {
  it('takes back each kind of change, one by one, and does it again', async () => {
    const states: unknown[] = [];
    const remember = async () => states.push(stripTimes(await listed()));
    await remember();
    const { id } = await mark('探路者');
    await remember();
    await value(app().changeAnnotation({ id, change: { pigment: 'indigo' } }));
    await remember();
    await value(app().changeAnnotation({ id, change: { note: '讨论' } }));
    await remember();
    await value(app().changeAnnotation({ id, change: { type: 'question' } }));
    await remember();
    const tag = await value(app().createTag({ name: '开放' }));
    await remember();
    await value(app().changeAnnotation({ id, change: { tagIds: [tag.id] } }));
    await remember();
    await value(app().moveAnnotation({ id, place: placeOf('传播者'), quote: '传播者' }));
    await remember();
    await value(app().deleteTag({ id: tag.id }));
    await remember();
    await value(app().deleteAnnotations({ ids: [id] }));
    await remember();

    for (const state of states.toReversed().slice(1)) {
      restart();
      expect(await value(app().undo({}))).not.toBeNull();
      expect(stripTimes(await listed())).toEqual(state);
    }
    expect(await value(app().undo({}))).toBeNull();
    for (const state of states.slice(1)) {
      restart();
      expect(await value(app().redo({}))).not.toBeNull();
      expect(stripTimes(await listed())).toEqual(state);
    }
    expect(await value(app().redo({}))).toBeNull();
  });

  it('takes back a run of typing as one step, and a later run as another', async () => {
    const { id } = await mark('探路者');
    for (const note of ['第', '第一', '第一句。']) {
      wait(1);
      await value(app().changeAnnotation({ id, change: { note } }));
    }
    wait(300);
    await value(app().changeAnnotation({ id, change: { note: '第一句。第二句。' } }));

    const seen: (readonly string[])[] = [];
    for (let n = 0; n < 2; n += 1) {
      await value(app().undo({}));
      seen.push(await notes());
    }

    expect(seen).toEqual([['第一句。'], ['']]);
  });

  it('forgets what was undone when something new is done', async () => {
    await mark('探路者');
    await value(app().undo({}));
    await mark('传播者');

    expect(await value(app().redo({}))).toBeNull();
    expect(await listed()).toHaveLength(1);
  });

  it('never loses a note by undoing its creation: it rests in the bin', async () => {
    await mark('探路者', '写了很久的笔记');

    await value(app().undo({}));

    expect(await listed()).toEqual([]);
    expect(await value(app().listBin({}))).toMatchObject([{ note: '写了很久的笔记' }]);
  });

  it('reaches back one day and no further', async () => {
    await mark('探路者');
    wait(25 * 60 * 60);

    expect(await value(app().undo({}))).toBeNull();
    expect(await listed()).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('recolours and tags all as one step', async () => {
    const ids = [(await mark('探路者')).id, (await mark('传播者')).id];
    const tag = await value(app().createTag({ name: '重点' }));

    await value(
      app().changeAnnotations({ ids, change: { pigment: 'malachite', addTag: tag.name } }),
    );

    const all = await listed();
    expect(all.every((one) => one.pigment === 'malachite' && one.tagIds[0] === tag.id)).toBe(true);
    await value(app().undo({}));
    expect((await listed()).every((one) => one.pigment === 'gamboge')).toBe(true);
  });

  it('changes none when one is missing', async () => {
    const { id } = await mark('探路者');
    const missing = annotationIdSchema.parse('00000000-0000-4000-8000-00000000ffff');

    const answer = await app().deleteAnnotations({ ids: [id, missing] });

    expect(answer).toMatchObject({ ok: false, code: 'annotation_missing' });
    expect(await listed()).toHaveLength(1);
  });
});

describe('tags', () => {
  it('merges two tags when one is renamed to the other, and undoes that', async () => {
    const one = await mark('探路者');
    const two = await mark('传播者');
    const open = await value(app().createTag({ name: '开放' }));
    const opening = await value(app().createTag({ name: '对外开放' }));
    await value(app().changeAnnotation({ id: one.id, change: { tagIds: [open.id, opening.id] } }));
    await value(app().changeAnnotation({ id: two.id, change: { tagIds: [opening.id] } }));

    await value(app().renameTag({ id: opening.id, name: '开放' }));

    expect(await value(app().listTags({}))).toEqual([open]);
    expect((await listed()).map(({ tagIds }) => tagIds)).toEqual([[open.id], [open.id]]);
    await value(app().undo({}));
    expect(await value(app().listTags({}))).toHaveLength(2);
    expect((await listed()).map(({ tagIds }) => tagIds.length)).toEqual([2, 1]);
  });

  it('is the same tag when it is made twice', async () => {
    const first = await value(app().createTag({ name: '开放' }));

    expect(await value(app().createTag({ name: '开放' }))).toEqual(first);
  });
});

describe('the bin', () => {
  it('gives back what was deleted', async () => {
    const { id } = await mark('探路者', '笔记');
    await value(app().deleteAnnotations({ ids: [id] }));

    await value(app().restoreAnnotations({ ids: [id] }));

    expect(await notes()).toEqual(['笔记']);
    expect(await value(app().listBin({}))).toEqual([]);
  });

  it('keeps things thirty days, then leaves a tombstone', async () => {
    const { id } = await mark('探路者');
    await value(app().deleteAnnotations({ ids: [id] }));

    wait(29 * 24 * 60 * 60);
    purgeExpired(db, isoTimeSchema.parse(new Date(clock).toISOString()));
    expect(await value(app().listBin({}))).toHaveLength(1);

    wait(2 * 24 * 60 * 60);
    purgeExpired(db, isoTimeSchema.parse(new Date(clock).toISOString()));
    expect(await value(app().listBin({}))).toEqual([]);
    expect(db.prepare('SELECT annotation_id FROM tombstone').all()).toEqual([
      { annotation_id: id },
    ]);
  });

  it('erases for good only what lies in it', async () => {
    const { id } = await mark('探路者');

    await value(app().eraseAnnotations({ ids: [id] }));

    expect(await listed()).toHaveLength(1);
  });
});

describe('what was erased', () => {
  it('is not brought back by an undo, while the rest of the step is', async () => {
    const one = await mark('探路者', '一');
    const other = await mark('传播者', '二');
    await value(app().deleteAnnotations({ ids: [one.id, other.id] }));
    await value(app().restoreAnnotations({ ids: [other.id] }));
    await value(app().eraseAnnotations({ ids: [one.id] }));

    for (let step = 0; step < 6; step += 1) await value(app().undo({}));
    for (let step = 0; step < 6; step += 1) await value(app().redo({}));

    expect(await notes()).toEqual(['二']);
    expect(await value(app().listBin({}))).toEqual([]);
    const kept = db.prepare('SELECT count(*) FROM history_change WHERE before || after LIKE ?');
    expect(kept.pluck().get(`%${one.id}%`)).toBe(0);
  });
});

describe('a mark made on another edition', () => {
  it('is listed with where it stands now, and its anchor stays as written', async () => {
    const made = await mark('探路者');
    db.prepare('UPDATE pack SET version = 2').run();

    const resolutions = await value(app().listResolutions({}));

    expect(resolutions).toEqual([
      { id: made.id, resolution: { status: 'unchanged', place: placeOf('探路者') } },
    ]);
    expect(await listed()).toEqual([made]);
  });

  it('stands nowhere once its proposal is turned down, across a restart, until it is sought again', async () => {
    const made = await markOfChangedText('推进新加坡国立大学苏州研究院发展');
    const proposed = await value(app().listResolutions({}));
    expect(proposed).toMatchObject([{ id: made.id, resolution: { status: 'changed' } }]);

    await value(app().setAside({ id: made.id }));
    restart();

    expect(await value(app().listResolutions({}))).toEqual([
      { id: made.id, resolution: { status: 'gone' } },
    ]);
    expect(await listed()).toEqual([made]);

    expect(await value(app().seekAgain({ id: made.id }))).toEqual({ isFound: true });

    expect(await value(app().listResolutions({}))).toEqual(proposed);
    expect(await listed()).toEqual([made]);
  });

  it('is turned down and sought again in steps that are undone and redone, also after a restart', async () => {
    const made = await markOfChangedText('推进新加坡国立大学苏州研究院发展');
    const status = async () =>
      (await value(app().listResolutions({}))).map(({ resolution }) => resolution.status);
    await value(app().setAside({ id: made.id }));
    await value(app().seekAgain({ id: made.id }));
    restart();

    expect(await value(app().undo({}))).toMatchObject({ action: 'seek_again' });
    expect(await status()).toEqual(['gone']);
    expect(await value(app().undo({}))).toMatchObject({ action: 'set_aside' });
    expect(await status()).toEqual(['changed']);
    expect(await value(app().redo({}))).toMatchObject({ action: 'set_aside' });
    expect(await status()).toEqual(['gone']);
    expect(await value(app().redo({}))).toMatchObject({ action: 'seek_again' });
    expect(await status()).toEqual(['changed']);
  });

  it('is no longer turned down once another edition has come', async () => {
    const made = await markOfChangedText('推进新加坡国立大学苏州研究院发展');
    await value(app().setAside({ id: made.id }));
    await value(app().undo({}));
    db.exec('UPDATE pack SET version = 3; DELETE FROM resolution');

    await value(app().redo({}));

    expect(await value(app().listResolutions({}))).toMatchObject([
      { resolution: { status: 'changed' } },
    ]);
  });

  it('leaves no step behind when it is sought in vain', async () => {
    const made = await mark('探路者');
    db.exec(`UPDATE pack SET version = 2; UPDATE segment SET hash = 'of another text';
      UPDATE document SET text = printf('%.*c', length(text), '一')`);
    expect(await value(app().listResolutions({}))).toMatchObject([
      { resolution: { status: 'gone' } },
    ]);

    expect(await value(app().seekAgain({ id: made.id }))).toEqual({ isFound: false });

    expect(await value(app().undo({}))).toMatchObject({ action: 'create_annotation' });
  });

  it('is turned down alone: the other proposals stay', async () => {
    const one = await mark('推进新加坡国立大学苏州研究院发展');
    const other = await markOfChangedText('联合布局一批重大创新平台');

    await value(app().setAside({ id: one.id }));

    expect(
      new Map((await value(app().listResolutions({}))).map((at) => [at.id, at.resolution.status])),
    ).toEqual(
      new Map([
        [one.id, 'gone'],
        [other.id, 'changed'],
      ]),
    );
  });

  it('can be turned down only if it marks a passage', async () => {
    expect(await app().setAside({ id: newId() })).toMatchObject({ code: 'annotation_missing' });
  });
});

/** A mark on the last paragraph, whose text is not the same in the edition that now takes its place. */
async function markOfChangedText(quote: string): Promise<Annotation> {
  const made = await mark(quote);
  db.exec(`UPDATE pack SET version = 2;
    UPDATE document SET text = replace(text, '研究院发展', '研究院建设');
    UPDATE segment SET hash = 'of another text' WHERE ord = 2`);
  return made;
}

/** An undo is a later change, so `updatedAt` moves on; everything else must be as it was. */
function stripTimes(all: readonly Annotation[]): unknown[] {
  return all.map((annotation) => ({ ...annotation, updatedAt: null }));
}
