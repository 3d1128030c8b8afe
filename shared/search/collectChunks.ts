// Folds segments and packs them into chunks of the `folded` table.

import type { SegmentKind } from '../domain/segment.ts';
import { foldKey } from './fold.ts';
import type { SegmentFacts } from './indexFormat.ts';
import { CHUNK_LENGTH, encodeFacts, encodeUtf16, kindCode } from './indexFormat.ts';

export type IndexedSegment = {
  readonly document: number;
  readonly section: number;
  readonly kind: SegmentKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Length of the lead that opens the text, in units of the text; 0 for none. */
  readonly leadLength: number;
};

/** A row of `folded` with the keys it was made from. */
export type FoldedChunk = {
  /** Number of the first segment; segments count from 0 in the order they were added. */
  readonly first: number;
  readonly facts: Uint8Array;
  readonly text: Uint8Array;
  readonly keys: readonly string[];
};

export type ChunkCollector = {
  /** Adds the next segment; returns the chunk that it filled, or null. */
  readonly add: (segment: IndexedSegment) => FoldedChunk | null;
  /** The last chunk, or null when the last segment filled one. */
  readonly close: () => FoldedChunk | null;
};

/** Starts collecting. */
export function collectChunks(): ChunkCollector {
  let total = 0;
  let length = 0;
  let keys: string[] = [];
  let facts: SegmentFacts[] = [];

  const close = (): FoldedChunk | null => {
    if (keys.length === 0) return null;
    const chunk = {
      first: total - keys.length,
      facts: encodeFacts(facts),
      text: encodeUtf16(keys.join('')),
      keys,
    };
    length = 0;
    keys = [];
    facts = [];
    return chunk;
  };

  return {
    add({ document, section, kind, start, end, text, leadLength }) {
      const key = foldKey(text);
      length += key.length;
      keys.push(key);
      facts.push({
        document,
        kind: kindCode(kind),
        section,
        start,
        end,
        keyEnd: length,
        leadLength: foldKey(text.slice(0, leadLength)).length,
      });
      total += 1;
      return length >= CHUNK_LENGTH ? close() : null;
    },
    close,
  };
}
