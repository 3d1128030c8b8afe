import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRange } from '../../../../shared/text/addRange.ts';

const range = fc
  .tuple(fc.nat(40), fc.nat(12))
  .map(([start, length]) => ({ start, end: start + length }));

function unitsOf(ranges: readonly { readonly start: number; readonly end: number }[]) {
  return ranges.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, n) => start + n),
  );
}

describe('adding ranges', () => {
  it('covers exactly what any of them covers, each unit once and in order', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = ranges.reduce<ReturnType<typeof addRange>>(addRange, []);
        const units = [...new Set(unitsOf(ranges))].toSorted((one, other) => one - other);
        expect(unitsOf(joined)).toEqual(units);
        expect(joined.every(({ start }, n) => start > (joined[n - 1]?.end ?? -1))).toBe(true);
      }),
    );
  });
});
