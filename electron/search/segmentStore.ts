// The folded text and the facts of every segment, read from the `folded` table.

import type { Database } from 'better-sqlite3';
import type { SegmentKind } from '../../shared/domain/segment.ts';
import { segmentKinds } from '../../shared/domain/segment.ts';
import { factFields } from '../../shared/search/indexFormat.ts';

export type SegmentStore = {
  readonly segmentCount: number;
  /** Position of its document in the pack. */
  readonly documentOf: (segment: number) => number;
  /** `ord` of its section in the document, -1 before the first heading. */
  readonly sectionOf: (segment: number) => number;
  readonly kindOf: (segment: number) => SegmentKind;
  /** Position of its kind in `segmentKinds`. */
  readonly kindCodeOf: (segment: number) => number;
  /** Range in the document's text. */
  readonly startOf: (segment: number) => number;
  readonly endOf: (segment: number) => number;
  /** Folded units of the lead that opens it; 0 for none. */
  readonly leadLengthOf: (segment: number) => number;
  /** UTF-16 units of the folded text. */
  readonly keyLengthOf: (segment: number) => number;
  /** The segment's folded text. */
  readonly keyOf: (segment: number) => string;
};

type FactChunk = { readonly first: number; readonly facts: Uint8Array };

/** Units of folded text kept in memory, two bytes each: all of a pack of twenty million characters. */
const CACHED_UNITS = 20_000_000;
const width = factFields.length;
const column = {
  document: factFields.indexOf('document'),
  kind: factFields.indexOf('kind'),
  section: factFields.indexOf('section'),
  start: factFields.indexOf('start'),
  end: factFields.indexOf('end'),
  keyEnd: factFields.indexOf('keyEnd'),
  leadLength: factFields.indexOf('leadLength'),
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
    const { buffer, byteOffset, byteLength } = chunk.facts;
    // Every platform that Electron runs on is little-endian, as the blob is.
    const own = new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));
    facts.set(own, row * width);
    chunkOf.fill(number, row, row + own.length / width);
    row += own.length / width;
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
  const startOf = (segment: number): number => facts[segment * width + column.start] ?? 0;
  const endOf = (segment: number): number => facts[segment * width + column.end] ?? 0;
  const keyEndOf = (segment: number): number => facts[segment * width + column.keyEnd] ?? 0;
  const keyStartOf = (segment: number): number =>
    chunks[chunkOf[segment] ?? 0]?.first === segment ? 0 : keyEndOf(segment - 1);
  const kindCodeOf = (segment: number): number => facts[segment * width + column.kind] ?? 0;

  return {
    segmentCount,
    documentOf: (segment) => facts[segment * width + column.document] ?? 0,
    sectionOf: (segment) => facts[segment * width + column.section] ?? -1,
    kindOf: (segment) => segmentKinds[kindCodeOf(segment)] ?? 'paragraph',
    kindCodeOf,
    startOf,
    endOf,
    leadLengthOf: (segment) => facts[segment * width + column.leadLength] ?? 0,
    keyLengthOf: (segment) => keyEndOf(segment) - keyStartOf(segment),
    keyOf: (segment) => textOf(chunkOf[segment] ?? 0).slice(keyStartOf(segment), keyEndOf(segment)),
  };
}
