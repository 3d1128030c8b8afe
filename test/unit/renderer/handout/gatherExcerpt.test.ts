import { describe, expect, it } from 'vitest';
import {
  gatherIntoComparison,
  gatherIntoTasks,
} from '../../../../renderer/handout/gatherExcerpt.ts';
import { moveItem } from '../../../../renderer/handout/moveItem.ts';
import { exampleHandout } from '../../../support/handoutExample.ts';

const { items } = exampleHandout();
const excerpts = items.filter((item) => item.kind === 'excerpt').slice(0, 2);
const kinds = (list: readonly { readonly kind: string }[]): string[] =>
  list.map((item) => item.kind);

describe('gathering excerpts into tables', () => {
  it('makes a table where there is none and adds the next excerpt to it', () => {
    const first = gatherIntoComparison(excerpts, 0);
    const both = gatherIntoComparison(first, 1);

    expect(kinds(first)).toEqual(['comparison', 'excerpt']);
    expect(both).toMatchObject([
      { kind: 'comparison', rows: excerpts.map((item) => ({ anchor: item.anchor })) },
    ]);
  });

  it('keeps the order of tasks', () => {
    const both = gatherIntoTasks(gatherIntoTasks(excerpts, 0), 1);

    expect(both).toMatchObject([{ kind: 'tasks', anchors: excerpts.map((item) => item.anchor) }]);
  });

  it('leaves what is no excerpt alone', () => {
    expect(gatherIntoTasks(items, 0)).toBe(items);
  });
});

describe('moving an item', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
  ])('from %i to %i', (from, to, moved) => {
    expect(moveItem(['a', 'b', 'c'], from, to)).toEqual(moved);
  });
});
