// A piece of text that knows where each of its units came from. Everything the builder does to a
// source is made of these operations, so that nothing can be lost or invented unnoticed.

/** `length` units of the piece from `start` are the source's units from `source` on. */
export type Origin = {
  readonly start: number;
  readonly length: number;
  readonly source: number;
};

/** Units that no origin covers were made by the builder (a TAB between cells, a joining space). */
export type MappedText = { readonly text: string; readonly origins: readonly Origin[] };

const nothing: MappedText = { text: '', origins: [] };

/** The half-open range `[start, end)` of a source as a piece. */
export function fromSource(source: string, start: number, end: number): MappedText {
  if (start >= end) return nothing;
  return {
    text: source.slice(start, end),
    origins: [{ start: 0, length: end - start, source: start }],
  };
}

/** Text that stands in no source. */
export function made(text: string): MappedText {
  return { text, origins: [] };
}

/** The part `[start, end)` of a piece. */
export function slice(piece: MappedText, start: number, end = piece.text.length): MappedText {
  if (start <= 0 && end >= piece.text.length) return piece;
  const origins: Origin[] = [];
  for (const origin of piece.origins) {
    const from = Math.max(origin.start, start);
    const to = Math.min(origin.start + origin.length, end);
    if (from < to) {
      const source = origin.source + from - origin.start;
      origins.push({ start: from - start, length: to - from, source });
    }
  }
  return { text: piece.text.slice(start, end), origins };
}

/** The pieces one after the other; origins that continue each other become one. */
export function concat(pieces: readonly MappedText[]): MappedText {
  const origins: Origin[] = [];
  let text = '';
  for (const piece of pieces) {
    for (const origin of piece.origins) {
      const start = text.length + origin.start;
      const last = origins.at(-1);
      const continues =
        last !== undefined &&
        last.start + last.length === start &&
        last.source + last.length === origin.source;
      if (continues) {
        origins[origins.length - 1] = { ...last, length: last.length + origin.length };
      } else {
        origins.push({ ...origin, start });
      }
    }
    text += piece.text;
  }
  return { text, origins };
}

/** The piece without white space at its two ends. */
export function trim(piece: MappedText): MappedText {
  const end = piece.text.trimEnd().length;
  return slice(piece, Math.min(piece.text.length - piece.text.trimStart().length, end), end);
}

/** The first and the last source unit of a piece as a half-open range; null when all of it was made. */
export function sourceRange(piece: MappedText): { start: number; end: number } | null {
  let start = Infinity;
  let end = -1;
  for (const origin of piece.origins) {
    start = Math.min(start, origin.source);
    end = Math.max(end, origin.source + origin.length);
  }
  return end < 0 ? null : { start, end };
}
