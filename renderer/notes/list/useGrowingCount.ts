import { startTransition, useEffect, useState } from 'react';

/** A screen and a little more. */
const FIRST = 40;
const STEP = 120;

/**
 * How many rows of a long list are drawn: a screenful at once, the rest in pauses, so that a list of
 * thousands opens at once and is soon whole for the scroll bar and for screen readers.
 */
export function useGrowingCount(total: number): readonly [number, () => void] {
  const [count, setCount] = useState(FIRST);
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
