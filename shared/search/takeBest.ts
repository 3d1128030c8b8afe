/** Something ranked: higher scores first, equal scores in the order given. */
type Scored = { readonly score: number };

const ITEMS_A_STEP = 8_192;

/**
 * The items at ranks `from` to `to` (excluded), without sorting the others: scores take few values, so
 * counting them finds the lowest score that can still be shown. Yields where the work may pause; counts its
 * steps by itself, since `entries` makes a pair an item.
 */
export function* takeBest<Item extends Scored>(
  items: readonly Item[],
  from: number,
  to: number,
): Generator<void, readonly Item[]> {
  const counts = new Map<number, number>();
  let step = 0;
  for (const { score } of items) {
    if (step % ITEMS_A_STEP === 0) yield;
    step += 1;
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  // Where all of them fit, none is too low.
  let lowest = -Infinity;
  let above = 0;
  for (const score of [...counts.keys()].sort((one, other) => other - one)) {
    const count = counts.get(score) ?? 0;
    if (above + count >= to) {
      lowest = score;
      break;
    }
    above += count;
  }
  // Of the lowest score the first few are enough: there may be very many.
  let left = to - above;
  const best: Item[] = [];
  step = 0;
  for (const item of items) {
    if (step % ITEMS_A_STEP === 0) yield;
    step += 1;
    if (item.score < lowest) continue;
    if (item.score === lowest) {
      if (left === 0) continue;
      left -= 1;
    }
    best.push(item);
  }
  return best.sort((one, other) => other.score - one.score).slice(from, to);
}
