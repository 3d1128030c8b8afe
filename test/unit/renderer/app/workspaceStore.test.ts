import { expect, test } from 'vitest';
import { emptyWorkspace } from '../../../../renderer/app/workspace.ts';
import { createWorkspaceStore } from '../../../../renderer/app/workspaceStore.ts';

test('holds the new workspace before anyone is told of it', () => {
  const store = createWorkspaceStore(emptyWorkspace);
  const seen: boolean[] = [];
  store.subscribe(() => {
    seen.push(store.read().isSearchOpen);
  });

  store.dispatch({ kind: 'openSearch' });
  store.dispatch({ kind: 'closeSearch' });

  expect(seen).toEqual([true, false]);
});

test('tells nobody when nothing has changed, and no one who has left', () => {
  const store = createWorkspaceStore(emptyWorkspace);
  let told = 0;
  const leave = store.subscribe(() => {
    told += 1;
  });

  store.dispatch({ kind: 'activate', side: 'main' });
  expect(told).toBe(0);

  leave();
  store.dispatch({ kind: 'openSearch' });
  expect(told).toBe(0);
});
