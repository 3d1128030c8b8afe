import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotatingReader, value } from '../support/annotatingReader.ts';

const { app, db, listed, mark, newId, placeOf, restart } = annotatingReader();

describe('a mark made on another edition', () => {
  it('is listed with where it stands now, and its anchor stays as written', async () => {
    const made = await mark('探路者');
    db().prepare('UPDATE pack SET version = 2').run();

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
    db().exec('UPDATE pack SET version = 3; DELETE FROM resolution');

    await value(app().redo({}));

    expect(await value(app().listResolutions({}))).toMatchObject([
      { resolution: { status: 'changed' } },
    ]);
  });

  it('leaves no step behind when it is sought in vain', async () => {
    const made = await mark('探路者');
    db().exec(`UPDATE pack SET version = 2; UPDATE segment SET hash = 'of another text';
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
  db().exec(`UPDATE pack SET version = 2;
    UPDATE document SET text = replace(text, '研究院发展', '研究院建设');
    UPDATE segment SET hash = 'of another text' WHERE ord = 2`);
  return made;
}
