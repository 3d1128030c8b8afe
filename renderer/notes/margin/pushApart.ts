// Cards stand level with their passages; where they would cover each other they are pushed apart.

export type CardBox = {
  /** Where the card would like its upper edge, in pixels from the top of the text. */
  readonly wanted: number;
  readonly height: number;
};

/**
 * The upper edges of cards in text order, at least `gap` apart. The card `fixed` (the open one) keeps
 * its place: those above it give way upwards, those below it downwards. None goes above 0.
 */
export function pushApart(
  boxes: readonly CardBox[],
  gap: number,
  fixed: number | null,
): readonly number[] {
  const pivot = fixed ?? 0;
  const tops = boxes.map(({ wanted }) => Math.max(0, wanted));
  for (let n = pivot - 1; n >= 0; n -= 1) {
    const room = (tops[n + 1] ?? 0) - gap - (boxes[n]?.height ?? 0);
    tops[n] = Math.min(tops[n] ?? 0, room);
  }
  // Where there is no room above, the whole stack begins at the top.
  let bottom = -gap;
  return tops.map((top, n) => {
    const placed = Math.max(top, bottom + gap);
    bottom = placed + (boxes[n]?.height ?? 0);
    return placed;
  });
}
