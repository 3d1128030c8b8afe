// A posting list: which segments hold a gram, and how often. Ascending segment numbers as differences in
// LEB128, each shifted left by one; a set lowest bit says that the number of occurrences follows.
// Nearly every gram occurs once a segment, so counting costs one bit.

export type PostingList = {
  /** Ascending, each once. */
  readonly segments: readonly number[];
  /** Occurrences in the segment at the same index. */
  readonly counts: readonly number[];
};

/** Appends one LEB128 number. */
function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Packs each segment with its number of occurrences. */
export function encodePostings(segments: readonly number[], counts: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? 0;
    const count = counts[index] ?? 1;
    pushNumber(bytes, ((segment - previous) << 1) | (count > 1 ? 1 : 0));
    if (count > 1) pushNumber(bytes, count);
    previous = segment;
  }
  return Uint8Array.from(bytes);
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
