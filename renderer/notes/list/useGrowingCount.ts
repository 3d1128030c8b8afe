import { startTransition, useEffect, useState } from 'react';

/** A screen and a little more. */
const FIRST = 40;
const STEP = 120;

/**
 * How many rows of a long list are drawn: a screenful at once, the rest in pauses, so that a list of
 * thousands opens at once and is soon whole for the scroll bar and for screen readers. Another list
 * (`name` is another value) begins anew; one whose rows have changed does not. `lastSeen` is a row that is to be
 * there from the first, null the beginning.
 */
export function useGrowingCount(
  order: readonly string[],
  name: unknown,
  lastSeen: string | null,
): readonly [number, () => void] {
  const total = order.length;
  const [count, setCount] = useState(() => {
    const above = lastSeen === null ? 0 : order.indexOf(lastSeen);
    return above + FIRST;
  });
  const [drawnName, setDrawnName] = useState(name);
  // React's way to start over with another input: state set while rendering.
  if (name !== drawnName) {
    setDrawnName(name);
    setCount(FIRST);
  }
  // Draws on after each painted step, until all are there.
  useEffect(() => {
    if (count >= total) return undefined;
    const timer = setTimeout(() => {
      startTransition(() => {
        setCount((last) => last + STEP);
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [count, total]);
  return [
    count,
    () => {
      setCount(total);
    },
  ];
}
