import { describe, expect, it } from 'vitest';
import { ownSettings, storeSettings } from '../../electron/db/own/readerSettings.ts';
import { annotationSchema } from '../../shared/domain/annotation.ts';
import { annotationIdSchema } from '../../shared/domain/ids.ts';
import { annotatingReader, plan, value } from '../support/annotatingReader.ts';
import { makeDocument } from '../support/makeDocument.ts';

const { app, db, listed, mark, newId, passage, placeOf, restart } = annotatingReader();

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
    storeSettings(db(), { ...ownSettings(db()), author: ' 沈觅 ' });
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
