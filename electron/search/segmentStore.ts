// The folded text and the facts of every segment, read from the `folded` table.

import type { Database } from 'better-sqlite3';
import type { SegmentKind } from '../../shared/domain/segment.ts';
import { segmentKinds } from '../../shared/domain/segment.ts';
import type { FactField } from '../../shared/search/indexFormat.ts';
import { factFields } from '../../shared/search/indexFormat.ts';

export type SegmentStore = {
  readonly segmentCount: number;
  readonly fact: (segment: number, field: FactField) => number;
  readonly kindOf: (segment: number) => SegmentKind;
  /** UTF-16 units of the folded text. */
  readonly keyLengthOf: (segment: number) => number;
  /** The segment's folded text. */
  readonly keyOf: (segment: number) => string;
};

type FactChunk = { readonly first: number; readonly facts: Uint8Array };

/** Units of folded text kept in memory, two bytes each. */
const CACHED_UNITS = 9_000_000;
const width = factFields.length;
const columns: Readonly<Record<FactField, number>> = {
  document: 0,
  kind: 1,
  section: 2,
  start: 3,
  end: 4,
  keyEnd: 5,
  leadLength: 6,
};

/** Reads facts at once (28 bytes a segment) and text chunk by chunk as it is asked for. */
export function openSegmentStore(db: Database): SegmentStore {
  const chunks = db
    .prepare<[], [number, Uint8Array]>('SELECT first, facts FROM folded ORDER BY first')
    .raw()
    .all();
  const selectText = db
    .prepare<[number], Buffer>('SELECT text FROM folded WHERE first = ?')
    .pluck();
  return createSegmentStore(
    chunks.map(([first, facts]) => ({ first, facts })),
    (first) => selectText.get(first)?.toString('utf16le') ?? '',
  );
}

function createSegmentStore(
  chunks: readonly FactChunk[],
  readText: (first: number) => string,
): SegmentStore {
  const segmentCount = chunks.reduce((sum, { facts }) => sum + facts.length / (4 * width), 0);
  const facts = new Int32Array(segmentCount * width);
  const chunkOf = new Int32Array(segmentCount);
  let row = 0;
  chunks.forEach((chunk, number) => {
    const view = new DataView(chunk.facts.buffer, chunk.facts.byteOffset, chunk.facts.byteLength);
    const length = chunk.facts.length / 4;
    for (let index = 0; index < length; index += 1) {
      facts[row * width + index] = view.getInt32(index * 4, true);
    }
    chunkOf.fill(number, row, row + length / width);
    row += length / width;
  });

  const texts = new Map<number, string>();
  let cached = 0;
  const textOf = (chunk: number): string => {
    const known = texts.get(chunk);
    if (known !== undefined) return known;
    const text = readText(chunks[chunk]?.first ?? 0);
    texts.set(chunk, text);
    cached += text.length;
    for (const [oldest, old] of texts) {
      if (cached <= CACHED_UNITS || oldest === chunk) break;
      texts.delete(oldest);
      cached -= old.length;
    }
    return text;
  };
  const fact = (segment: number, field: FactField): number =>
    facts[segment * width + columns[field]] ?? 0;
  const keyStartOf = (segment: number): number =>
    chunks[chunkOf[segment] ?? 0]?.first === segment ? 0 : fact(segment - 1, 'keyEnd');

  return {
    segmentCount,
    fact,
    keyLengthOf: (segment) => fact(segment, 'keyEnd') - keyStartOf(segment),
    kindOf: (segment) => segmentKinds[fact(segment, 'kind')] ?? 'paragraph',
    keyOf(segment) {
      return textOf(chunkOf[segment] ?? 0).slice(keyStartOf(segment), fact(segment, 'keyEnd'));
    },
  };
}
