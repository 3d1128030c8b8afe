import { startTransition, useEffect, useState } from 'react';

/** The newest value that a frame has been painted with: for what may follow a frame later. */
export function useAfterPaint<Value>(value: Value): Value | undefined {
  const [painted, setPainted] = useState<Value>();
  useEffect(() => {
    let timer = 0;
    // A frame's callbacks run before it is painted, the next timer after it.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        startTransition(() => {
          setPainted(value);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
