// A posting list: which segments hold a gram, and how often. Ascending segment numbers as differences in
// LEB128, each shifted left by one; a set lowest bit says that the number of occurrences follows.
// Nearly every gram occurs once a segment, so counting costs one bit.

export type PostingList = {
  /** Ascending, each once. */
  readonly segments: readonly number[];
  /** Occurrences in the segment at the same index. */
  readonly counts: readonly number[];
};

/** A number of 32 bits takes at most so many bytes, and a posting at most two numbers. */
const MOST_BYTES = 10;

/** Packs each segment with its number of occurrences. */
export function encodePostings(segments: readonly number[], counts: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(segments.length * MOST_BYTES);
  let length = 0;
  const pushNumber = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes[length] = (rest & 127) | 128;
      length += 1;
      rest >>>= 7;
    }
    bytes[length] = rest;
    length += 1;
  };
  let previous = 0;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? 0;
    const count = counts[index] ?? 1;
    pushNumber(((segment - previous) << 1) | (count > 1 ? 1 : 0));
    if (count > 1) pushNumber(count);
    previous = segment;
  }
  return bytes.slice(0, length);
}

/** Unpacks a list of `length` segments. */
export function decodePostings(bytes: Uint8Array, length: number): PostingList {
  const segments = new Array<number>(length);
  const counts = new Array<number>(length);
  let offset = 0;
  const readNumber = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[offset] ?? 0;
      offset += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  let segment = 0;
  for (let index = 0; index < length; index += 1) {
    const head = readNumber();
    segment += head >>> 1;
    segments[index] = segment;
    counts[index] = (head & 1) === 1 ? readNumber() : 1;
  }
  return { segments, counts };
}
