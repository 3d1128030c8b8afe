/** Something ranked: higher scores first, equal scores in the order given. */
type Scored = { readonly score: number };

/**
 * The items at ranks `from` to `to` (excluded), without sorting the others: scores take few values, so
 * counting them finds the lowest score that can still be shown.
 */
export function takeBest<Item extends Scored>(
  items: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  const counts = new Map<number, number>();
  for (const { score } of items) counts.set(score, (counts.get(score) ?? 0) + 1);
  let lowest = Infinity;
  let above = 0;
  for (const score of [...counts.keys()].sort((one, other) => other - one)) {
    if (above >= to) break;
    lowest = score;
    above += counts.get(score) ?? 0;
  }
  return items
    .filter(({ score }) => score >= lowest)
    .sort((one, other) => other.score - one.score)
    .slice(from, to);
}
