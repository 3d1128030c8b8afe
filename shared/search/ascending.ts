// Ascending lists of numbers, each number once, put together in one pass. They yield where the work may pause.

const NUMBERS_A_STEP = 16_384;

/** The numbers of either list. */
export function* uniteAscending(
  one: readonly number[],
  other: readonly number[],
): Generator<void, readonly number[]> {
  if (one.length === 0) return other;
  const united: number[] = [];
  let at = 0;
  for (const [step, number] of one.entries()) {
    if (step % NUMBERS_A_STEP === 0) yield;
    for (; (other[at] ?? Infinity) < number; at += 1) united.push(other[at] ?? 0);
    if (other[at] === number) at += 1;
    united.push(number);
  }
  for (; at < other.length; at += 1) united.push(other[at] ?? 0);
  return united;
}

/** The numbers of both lists. */
export function* intersectAscending(
  one: readonly number[],
  other: readonly number[],
): Generator<void, readonly number[]> {
  const common: number[] = [];
  let at = 0;
  for (const [step, number] of one.entries()) {
    if (step % NUMBERS_A_STEP === 0) yield;
    while ((other[at] ?? Infinity) < number) at += 1;
    if (other[at] === number) common.push(number);
  }
  return common;
}
