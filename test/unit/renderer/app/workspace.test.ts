import { describe, expect, it } from 'vitest';
import {
  activePane,
  emptyWorkspace,
  reduceWorkspace,
  type Workspace,
  type WorkspaceAction,
} from '../../../../renderer/app/workspace.ts';
import { documentIdSchema } from '../../../../shared/domain/ids.ts';

const plan = documentIdSchema.parse('plan');
const study = documentIdSchema.parse('study');

function after(...actions: readonly WorkspaceAction[]): Workspace {
  return actions.reduce(reduceWorkspace, emptyWorkspace);
}

describe('workspace', () => {
  it('goes back to where one was reading, and forward again', () => {
    const there = after(
      { kind: 'openDocument', documentId: plan },
      { kind: 'reach', side: 'main', offset: 120 },
      { kind: 'go', place: { documentId: study, start: 40, end: 50 } },
      { kind: 'reach', side: 'main', offset: 44 },
    );

    const back = reduceWorkspace(there, { kind: 'back' });
    const forward = reduceWorkspace(back, { kind: 'forward' });

    expect([back.main.documentId, back.main.jump?.start]).toEqual([plan, 120]);
    expect([forward.main.documentId, forward.main.jump?.start]).toEqual([study, 44]);
    expect(forward.main.forward).toEqual([]);
  });

  it('stays where it is when there is nothing to go back to', () => {
    const open = after({ kind: 'openDocument', documentId: plan });

    expect(reduceWorkspace(open, { kind: 'back' })).toBe(open);
  });

  it('orders a new scroll even to the place one came to last', () => {
    const place = { documentId: plan, start: 7, end: 9 };

    const once = after({ kind: 'go', place });
    const twice = reduceWorkspace(once, { kind: 'go', place });

    expect(twice.main.jump?.serial).not.toBe(once.main.jump?.serial);
  });

  it('reads two documents side by side, each with its own place', () => {
    const both = after(
      { kind: 'openDocument', documentId: plan },
      { kind: 'openDocument', documentId: study, side: 'beside' },
      { kind: 'reach', side: 'beside', offset: 30 },
    );

    expect(both.active).toBe('beside');
    expect([both.main.documentId, both.main.offset]).toEqual([plan, 0]);
    expect([activePane(both).documentId, activePane(both).offset]).toEqual([study, 30]);
    expect(reduceWorkspace(both, { kind: 'closeBeside' })).toMatchObject({
      active: 'main',
      beside: null,
    });
  });

  it('walks through hits in a ring without filling the way back', () => {
    const hits = [
      { start: 5, end: 7 },
      { start: 30, end: 32 },
    ];
    const shown = after(
      { kind: 'openDocument', documentId: plan },
      { kind: 'showHits', documentId: plan, hits, current: 0, goes: true },
    );

    const second = reduceWorkspace(shown, { kind: 'stepHit', step: 1 });
    const around = reduceWorkspace(second, { kind: 'stepHit', step: 1 });

    expect(second.main).toMatchObject({ currentHit: 1, jump: { start: 30 } });
    expect(around.main).toMatchObject({ currentHit: 0, jump: { start: 5 } });
    expect(around.main.back).toEqual(shown.main.back);
  });

  it('counts what is typed on as one journey, and stays where it is when told to', () => {
    const shown = after(
      { kind: 'openDocument', documentId: plan },
      { kind: 'showHits', documentId: plan, hits: [{ start: 5, end: 7 }], current: 0, goes: true },
    );
    const hits = [{ start: 40, end: 44 }];

    const typed = reduceWorkspace(shown, {
      kind: 'showHits',
      documentId: plan,
      hits,
      current: 0,
      goes: true,
    });
    const marked = reduceWorkspace(shown, {
      kind: 'showHits',
      documentId: plan,
      hits,
      current: 0,
      goes: false,
    });

    expect(typed.main).toMatchObject({ jump: { start: 40 }, back: shown.main.back });
    expect(marked.main).toMatchObject({ jump: { start: 5 }, hits, currentHit: 0 });
  });

  it('forgets the hits of a document that is left', () => {
    const shown = after({
      kind: 'showHits',
      documentId: plan,
      hits: [{ start: 5, end: 7 }],
      current: 0,
      goes: true,
    });

    const left = reduceWorkspace(shown, { kind: 'openDocument', documentId: study });

    expect(left.main.hits).toEqual([]);
  });

  it('comes back to the text from search results and from the handouts', () => {
    const away = after({ kind: 'enterRoom', room: 'handout' }, { kind: 'openSearch' });

    const back = reduceWorkspace(away, {
      kind: 'go',
      place: { documentId: plan, start: 1, end: 2 },
    });

    expect(back).toMatchObject({ room: 'reading', isSearchOpen: false });
  });
});
