import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../../electron/search/runInSlices.ts';
import { takeBest } from '../../../../shared/search/takeBest.ts';

describe('the best of a list', () => {
  it('are what sorting all of it gives, however many are asked for', () => {
    const item = fc.record({ score: fc.integer({ min: 0, max: 4 }), name: fc.string() });
    const rank = fc.nat({ max: 40 });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), rank, rank, (items, from, length) => {
        const sorted = items.toSorted((one, other) => other.score - one.score);

        const best = runAtOnce(takeBest(items, from, from + length));

        expect(best).toEqual(sorted.slice(from, from + length));
      }),
    );
  });
});
