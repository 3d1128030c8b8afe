import { describe, expect, it } from 'vitest';
import { layOutChunks, type Chunk } from '../../../../renderer/reader/block.ts';
import { chunksAround, nextChunks } from '../../../../renderer/reader/growText.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const { segments, text } = makeDocument({
  id: 'law',
  segments: Array.from({ length: 2_000 }, (_, index) => ({
    kind: 'paragraph' as const,
    text: `第${index}条 ${'文'.repeat(90)}`,
  })),
});
const chunks = layOutChunks(segments);
const middle = Math.floor(text.length / 2);

describe('a long text', () => {
  it('begins with the place asked for and some screens around it', () => {
    const first = chunksAround(chunks, { start: middle, end: middle + 20 });

    expect(first.some(({ start, end }) => start <= middle && middle < end)).toBe(true);
    expect(first[0]?.start).toBeLessThan(middle - 5_000);
    expect(first.at(-1)?.end).toBeGreaterThan(middle + 5_000);
    expect(first.length).toBeLessThan(chunks.length / 5);
  });

  it.each([0, middle, text.length])(
    'comes whole, each piece once, from offset %i outwards',
    (at) => {
      const there = new Set<Chunk>(chunksAround(chunks, { start: at, end: at }));
      let far = 0;
      for (let next = nextChunks(chunks, there, at); next.length > 0;) {
        expect(next.every((chunk) => !there.has(chunk))).toBe(true);
        const distance = Math.max(...next.map(({ start }) => Math.abs(start - at)));
        expect(distance).toBeGreaterThanOrEqual(far);
        far = distance;
        for (const chunk of next) there.add(chunk);
        next = nextChunks(chunks, there, at);
      }

      expect(there.size).toBe(chunks.length);
    },
  );

  it('has nothing more to bring once all is there', () => {
    expect(nextChunks(chunks, new Set(chunks), middle)).toEqual([]);
    expect(nextChunks([], new Set(), 0)).toEqual([]);
  });
});
