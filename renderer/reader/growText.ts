// Which chunks of a text are in the page: those asked for at once, the rest in pauses, from there outwards.

import type { TextRange } from '../../shared/domain/place.ts';
import { segmentAt } from '../../shared/text/segmentAt.ts';
import type { Chunk } from './block.ts';

/** Units on either side of a place that come with it: some screens of the smallest type. */
const AROUND = 8_000;
/** Units that come in one pause: less than the eye would notice. */
const STEP = 12_000;

/** The chunks of a place and of some screens on either side of it. */
export function chunksAround(
  chunks: readonly Chunk[],
  { start, end }: TextRange,
): readonly Chunk[] {
  return chunks.filter((chunk) => chunk.start <= end + AROUND && start - AROUND <= chunk.end);
}

/** The chunks to bring next: of those not yet there the nearest to an offset, in text order; none when all are there. */
export function nextChunks(
  chunks: readonly Chunk[],
  there: ReadonlySet<Chunk>,
  offset: number,
): readonly Chunk[] {
  const next: Chunk[] = [];
  let before = segmentAt(chunks, offset);
  let after = before + 1;
  for (let left = STEP; left > 0 && (before >= 0 || after < chunks.length);) {
    for (const chunk of [chunks[after], chunks[before]]) {
      if (chunk === undefined || there.has(chunk)) continue;
      next.push(chunk);
      left -= chunk.characters;
    }
    before -= 1;
    after += 1;
  }
  return next.toSorted((one, other) => one.start - other.start);
}
