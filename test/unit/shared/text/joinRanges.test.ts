import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinRanges } from '../../../../shared/text/joinRanges.ts';

const range = fc
  .tuple(fc.nat(40), fc.nat(12))
  .map(([start, length]) => ({ start, end: start + length }));

function unitsOf(ranges: readonly { readonly start: number; readonly end: number }[]) {
  return ranges.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, n) => start + n),
  );
}

describe('joining ranges', () => {
  it('covers exactly what any of them covers, each unit once and in order', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = joinRanges(ranges);
        const units = [...new Set(unitsOf(ranges))].toSorted((one, other) => one - other);
        expect(unitsOf(joined)).toEqual(units);
        expect(joined.every(({ start }, n) => start > (joined[n - 1]?.end ?? -1))).toBe(true);
      }),
    );
  });
});
