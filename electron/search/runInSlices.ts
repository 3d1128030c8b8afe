import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Milliseconds of work before the window gets its turn: a third of a frame, so that the last step of a slice
 * and the collection of garbage, which comes when it likes, fit into the rest.
 */
const SLICE_MILLIS = 5;

/**
 * Drives a generator to its result, letting other work in after every slice. Quick work ends in its first
 * slice, without waiting at all.
 * @param isStale asked after every pause; true gives the work up
 * @param pause lets other work in; a turn of the event loop unless told
 * @returns the result, or null when it was given up
 */
export async function runInSlices<Value>(
  work: Generator<unknown, Value>,
  isStale: () => boolean,
  pause: () => Promise<void> = nextTurn,
): Promise<{ readonly value: Value } | null> {
  let sliceEnd = performance.now() + SLICE_MILLIS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { value: step.value };
    if (performance.now() < sliceEnd) continue;
    await pause();
    if (isStale()) return null;
    sliceEnd = performance.now() + SLICE_MILLIS;
  }
}

/** Drives a generator to its result without a pause, for commands. */
export function runAtOnce<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
