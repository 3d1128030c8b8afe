import { describe, expect, it } from 'vitest';
import { purgeExpired } from '../../electron/db/own/purgeExpired.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotatingReader, value } from '../support/annotatingReader.ts';

const { app, db, listed, mark, notes, now, placeOf, restart, wait } = annotatingReader();

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

describe('a clock that was wrong for a while', () => {
  const YEARS = 20 * 365 * 24 * 60 * 60;
  const DAYS = 3 * 24 * 60 * 60;

  it('takes nothing back out of its turn when it was behind', async () => {
    const { id } = await mark('探路者');
    const write = async (note: string) => value(app().changeAnnotation({ id, change: { note } }));
    await write('第一句。');
    wait(-YEARS);
    await write('第一句。第二句。');
    wait(YEARS + 300);
    await write('第一句。第二句。第三句。');

    await value(app().undo({}));
    expect(await notes()).toEqual(['第一句。第二句。']);
    expect(await value(app().undo({}))).toBeNull();
    expect(await notes()).toEqual(['第一句。第二句。']);
    await value(app().redo({}));
    expect(await notes()).toEqual(['第一句。第二句。第三句。']);
  });

  it('leaves no old step to be taken back over later work when it was ahead', async () => {
    const { id } = await mark('探路者');
    wait(YEARS);
    await value(app().changeAnnotation({ id, change: { type: 'question' } }));
    wait(-YEARS);
    await value(app().changeAnnotation({ id, change: { note: '后来的话。' } }));
    wait(DAYS);
    purgeExpired(db(), now());

    expect(await value(app().undo({}))).toBeNull();
    expect(await notes()).toEqual(['后来的话。']);
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
    purgeExpired(db(), now());
    expect(await value(app().listBin({}))).toHaveLength(1);

    wait(2 * 24 * 60 * 60);
    purgeExpired(db(), now());
    expect(await value(app().listBin({}))).toEqual([]);
    expect(db().prepare('SELECT annotation_id FROM tombstone').all()).toEqual([
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
    const kept = db().prepare('SELECT count(*) FROM history_change WHERE before || after LIKE ?');
    expect(kept.pluck().get(`%${one.id}%`)).toBe(0);
  });
});

/** An undo is a later change, so `updatedAt` moves on; everything else must be as it was. */
function stripTimes(all: readonly Annotation[]): unknown[] {
  return all.map((annotation) => ({ ...annotation, updatedAt: null }));
}
