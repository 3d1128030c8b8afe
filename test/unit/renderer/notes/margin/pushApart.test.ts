import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pushApart } from '../../../../../renderer/notes/margin/pushApart.ts';

const card = (wanted: number, height = 100) => ({ wanted, height });

describe('pushing cards apart', () => {
  it('leaves cards with room level with their passages', () => {
    expect(pushApart([card(0), card(200), card(500)], 8, null)).toEqual([0, 200, 500]);
  });

  it('pushes what would cover the card above it down', () => {
    expect(pushApart([card(50), card(60), card(70)], 8, null)).toEqual([50, 158, 266]);
  });

  it('keeps the open card level and moves the others away from it', () => {
    expect(pushApart([card(300), card(310), card(320)], 8, 1)).toEqual([202, 310, 418]);
  });

  it('never covers one card with another, keeps the order, and stays below the top', () => {
    const boxes = fc
      .array(
        fc.record({
          wanted: fc.integer({ min: -50, max: 3000 }),
          height: fc.integer({ min: 20, max: 400 }),
        }),
        {
          minLength: 1,
          maxLength: 30,
        },
      )
      .map((all) => all.toSorted((a, b) => a.wanted - b.wanted));
    fc.assert(
      fc.property(boxes, fc.option(fc.nat()), (all, pick) => {
        const tops = pushApart(all, 8, pick === null ? null : pick % all.length);

        tops.forEach((top, n) => {
          const next = tops[n + 1] ?? Infinity;
          expect(top).toBeGreaterThanOrEqual(0);
          expect(next).toBeGreaterThanOrEqual(top + (all[n]?.height ?? 0) + 8);
        });
      }),
    );
  });

  it('is nothing for nothing', () => {
    expect(pushApart([], 8, null)).toEqual([]);
  });
});
