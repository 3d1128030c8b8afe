import { describe, expect, it } from 'vitest';
import { segmentAt } from '../../../../shared/text/segmentAt.ts';

const segments = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
  { start: 10, end: 12 },
];

describe('segmentAt', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [5, 1],
    [9, 2],
    [11, 2],
    [99, 2],
  ])('finds offset %i in segment %i, the separator in the later one', (offset, index) => {
    expect(segmentAt(segments, offset)).toBe(index);
  });

  it('finds nothing in a document without segments', () => {
    expect(segmentAt([], 0)).toBe(-1);
  });
});
