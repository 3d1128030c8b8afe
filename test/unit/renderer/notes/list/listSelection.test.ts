import { describe, expect, it } from 'vitest';
import {
  chooseAll,
  extendTo,
  noSelection,
  toggle,
  type ListSelection,
} from '../../../../../renderer/notes/list/listSelection.ts';
import { annotationIdSchema } from '../../../../../shared/domain/ids.ts';

const idOf = (digit: number) =>
  annotationIdSchema.parse(`00000000-0000-4000-8000-00000000000${String(digit)}`);
const a = idOf(1);
const b = idOf(2);
const c = idOf(3);
const d = idOf(4);
const e = idOf(5);
const order = [a, b, c, d, e];

const chosenOf = ({ chosen }: ListSelection) => order.filter((id) => chosen.has(id));

describe('choosing rows of the list', () => {
  it('takes one more, and lets go of it', () => {
    const two = toggle(toggle(noSelection, a), c);

    expect(chosenOf(two)).toEqual([a, c]);
    expect(chosenOf(toggle(two, a))).toEqual([c]);
  });

  it('takes everything from the row touched last, in either direction', () => {
    expect(chosenOf(extendTo(toggle(noSelection, b), order, d))).toEqual([b, c, d]);
    expect(chosenOf(extendTo(toggle(noSelection, d), order, b))).toEqual([b, c, d]);
  });

  it('shrinks a stretch again and keeps what was chosen before it', () => {
    const before = toggle(toggle(noSelection, a), c);

    const wide = extendTo(before, order, e);
    const narrow = extendTo(wide, order, d);

    expect(chosenOf(wide)).toEqual([a, c, d, e]);
    expect(chosenOf(narrow)).toEqual([a, c, d]);
  });

  it('begins with the row itself when nothing was touched, or what was touched is out of sight', () => {
    expect(chosenOf(extendTo(noSelection, order, c))).toEqual([c]);
    expect(chosenOf(extendTo(toggle(noSelection, a), [b, c], c))).toEqual([c]);
  });

  it('takes all', () => {
    expect(chosenOf(chooseAll(order))).toEqual(order);
  });
});
