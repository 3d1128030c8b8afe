// What the builder writes and the reader reads: change anything of it, and `INDEX_VERSION` must grow.

import type { SegmentKind } from '../domain/segment.ts';
import { segmentKinds } from '../domain/segment.ts';

/** Version of folding, grams, posting codec and facts together. An index of another version is built anew. */
export const INDEX_VERSION = '3';
/** The row of `index_info` that holds it. */
export const INDEX_VERSION_KEY = 'index_version';

/** A chunk of folded text is closed once it is this long, in UTF-16 units. */
export const CHUNK_LENGTH = 32_768;

/**
 * Options of the FlexSearch index. A plain `encode` keeps FlexSearch from folding, cutting numbers into
 * triplets and dropping doubled letters; `resolution: 1` keeps the lists ascending.
 */
export const flexSearchOptions = {
  tokenize: 'strict',
  resolution: 1,
  context: false,
  cache: false,
  fastupdate: false,
} as const;

/** One segment's facts: 32-bit integers, in this order. */
export const factFields = [
  /** Position of its document in the pack. */
  'document',
  /** Position of its kind in `segmentKinds`. */
  'kind',
  /** `ord` of its section in the document, -1 before the first heading. */
  'section',
  /** Range in the document's text. */
  'start',
  'end',
  /** Where its folded text ends in the chunk; it begins where the one before ends. */
  'keyEnd',
  /** Length of the folded lead that opens it, 0 for none. */
  'leadLength',
] as const;
type FactField = (typeof factFields)[number];

export type SegmentFacts = Readonly<Record<FactField, number>>;

/** The number that stands for a kind in the facts. */
export function kindCode(kind: SegmentKind): number {
  return segmentKinds.indexOf(kind);
}

/** Text as UTF-16 little-endian bytes, whatever the machine. */
export function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), true);
  }
  return bytes;
}

/** Facts as little-endian 32-bit integers. */
export function encodeFacts(facts: readonly SegmentFacts[]): Uint8Array {
  const bytes = new Uint8Array(facts.length * factFields.length * 4);
  const view = new DataView(bytes.buffer);
  facts.forEach((one, row) => {
    factFields.forEach((field, column) => {
      view.setInt32((row * factFields.length + column) * 4, one[field], true);
    });
  });
  return bytes;
}
