import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { chunksBetween } from '../text/segmentAtHeight.ts';
import type { Jump } from '../app/workspace.ts';
import type { Chunk } from './block.ts';
import { chunksAround, nextChunks } from './growText.ts';

type GrowingText = {
  /** The chunks in the page. */
  readonly there: ReadonlySet<Chunk>;
  /** Brings all of them at once, for what looks through the page. */
  readonly complete: () => void;
};

const none: ReadonlySet<Chunk> = new Set();

/**
 * Opens a long text at once: what a jump or the reader's hand asks for is in the page in the same frame,
 * the rest comes in pauses. Chunks on their way keep their place, so that nothing moves when they come.
 */
export function useGrowingText(
  chunks: readonly Chunk[],
  jump: Jump | null,
  scroller: HTMLElement | null,
  root: HTMLElement | null,
): GrowingText {
  const asked = useMemo(() => chunksAround(chunks, jump ?? { start: 0, end: 0 }), [chunks, jump]);
  const [known, setKnown] = useState(none);
  const isKnown = asked.every((chunk) => known.has(chunk));
  const there = isKnown ? known : withMore(known, asked);
  // React's way to keep something of the last render: state set while rendering.
  if (!isKnown) setKnown(there);
  const isWhole = chunks.every((chunk) => there.has(chunk));

  // One pause at a time; where the reader is by then comes first.
  useEffect(() => {
    if (isWhole || !scroller || !root) return undefined;
    const timer = setTimeout(() => {
      const { top } = scroller.getBoundingClientRect();
      const at = chunks[chunksBetween(root, top, top).first]?.start ?? 0;
      startTransition(() => {
        setKnown((last) => withMore(last, nextChunks(chunks, last, at)));
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [chunks, there, isWhole, scroller, root]);

  // The hand may be faster.
  useEffect(() => {
    if (isWhole || !scroller || !root) return undefined;
    const meet = (): void => {
      const { top, bottom, height } = scroller.getBoundingClientRect();
      const { first, last } = chunksBetween(root, top - height, bottom + height);
      const met = chunks.slice(first, last + 1);
      if (met.every((chunk) => there.has(chunk))) return;
      flushSync(() => {
        setKnown((before) => withMore(before, met));
      });
    };
    scroller.addEventListener('scroll', meet, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', meet);
    };
  }, [chunks, there, isWhole, scroller, root]);

  const complete = useCallback(() => {
    flushSync(() => {
      setKnown((last) => (chunks.every((chunk) => last.has(chunk)) ? last : new Set(chunks)));
    });
  }, [chunks, setKnown]);
  return { there, complete };
}

function withMore(chunks: ReadonlySet<Chunk>, more: readonly Chunk[]): ReadonlySet<Chunk> {
  return new Set([...chunks, ...more]);
}
