import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostings, encodePostings } from '../../../../shared/search/postings.ts';

describe('posting lists', () => {
  it('come back as they were packed', () => {
    const entry = fc.record({
      step: fc.integer({ min: 1, max: 300_000 }),
      count: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 200 }), (entries) => {
        let segment = -1;
        const segments = entries.map(({ step }) => (segment += step));
        const counts = entries.map(({ count }) => count);

        const bytes = encodePostings(segments, counts);

        expect(decodePostings(bytes, segments.length)).toEqual({ segments, counts });
      }),
    );
  });

  it('take one byte for a near segment with one occurrence', () => {
    expect(encodePostings([0, 1, 64], [1, 1, 1])).toHaveLength(3);
  });
});
