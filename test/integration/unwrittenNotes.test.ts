import { describe, expect, it } from 'vitest';
import { purgeExpired } from '../../electron/db/own/purgeExpired.ts';
import type { Annotation, AnnotationTarget } from '../../shared/domain/annotation.ts';
import { sectionKeySchema } from '../../shared/domain/ids.ts';
import { annotatingReader, plan, value } from '../support/annotatingReader.ts';

type FreeTarget = Exclude<AnnotationTarget, { readonly kind: 'passage' }>;

const { app, db, listed, mark, newId, notes, now, wait } = annotatingReader();

describe('a note on no passage', () => {
  const begin = async (target: FreeTarget = { kind: 'free' }) =>
    value(app().createAnnotation({ id: newId(), target, pigment: null, note: '', type: null }));
  const leave = async ({ id }: Annotation) => value(app().leaveNote({ id }));

  it.each<FreeTarget>([
    { kind: 'free' },
    { kind: 'document', documentId: plan.document.id },
    {
      kind: 'section',
      documentId: plan.document.id,
      sectionKey: sectionKeySchema.parse('第四章 全面深化中新合作'),
    },
  ])('is as if it had never been when it is left unwritten: %o', async (target) => {
    await mark('探路者', '一');
    await value(app().undo({}));
    const note = await begin(target);

    expect(await leave(note)).toEqual({ isDropped: true });

    expect(await listed()).toEqual([]);
    expect(await value(app().listBin({}))).toMatchObject([{ note: '一' }]);
    expect(await value(app().redo({}))).toMatchObject({ action: 'create_annotation' });
    expect(await notes()).toEqual(['一']);
    expect(await value(app().undo({}))).toMatchObject({ action: 'create_annotation' });
    expect(await value(app().undo({}))).toBeNull();
  });

  it('goes by undo and is nowhere once it is left', async () => {
    const note = await begin();
    await value(app().undo({}));

    expect(await leave(note)).toEqual({ isDropped: true });

    expect(await value(app().listBin({}))).toEqual([]);
    expect(await value(app().redo({}))).toBeNull();
  });

  it.each<[what: string, hold: (note: Annotation) => Promise<unknown>]>([
    ['words', ({ id }) => value(app().changeAnnotation({ id, change: { note: '想' } }))],
    ['a type', ({ id }) => value(app().changeAnnotation({ id, change: { type: 'figure' } }))],
    ['a tag', ({ id }) => value(app().changeAnnotations({ ids: [id], change: { addTag: '急' } }))],
    [
      'words that were taken out again',
      async ({ id }) => {
        await value(app().changeAnnotation({ id, change: { note: '想' } }));
        await value(app().changeAnnotation({ id, change: { note: '' } }));
      },
    ],
  ])('stays with %s', async (_what, hold) => {
    const note = await begin();
    await hold(note);

    expect(await leave(note)).toEqual({ isDropped: false });

    expect(await listed()).toHaveLength(1);
  });

  it('stays when it is a mark, or older than the history', async () => {
    const made = await mark('探路者');
    const old = await begin();
    wait(2 * 24 * 60 * 60);
    purgeExpired(db(), now());

    expect(await leave(made)).toEqual({ isDropped: false });
    expect(await leave(old)).toEqual({ isDropped: false });

    expect(await listed()).toHaveLength(2);
  });
});
