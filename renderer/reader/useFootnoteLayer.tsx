import { useMemo, useState, type ReactNode } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { SegmentId } from '../../shared/domain/ids.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import type { Side } from '../app/workspace.ts';
import styles from './FootnotePopover.module.css';
import type { Footnotes } from './useFootnotes.ts';

type Shown = { readonly text: string; readonly left: number; readonly top: number };

/** How far the popover keeps from the edges of the window, in CSS pixels. */
const EDGE = 12;
const WIDTH = 352;

/** The footnotes of one document and the popover that shows one of them over the text. */
export function useFootnoteLayer(
  content: DocumentContent,
  side: Side,
): readonly [Footnotes, ReactNode] {
  const dispatch = useDispatch();
  const [shown, setShown] = useState<Shown | null>(null);
  const footnotes = useMemo<Footnotes>(() => {
    const segments = new Map(content.segments.map((segment) => [segment.id, segment]));
    const textOf = (id: SegmentId): string => {
      const segment = segments.get(id);
      return segment ? content.text.slice(segment.start, segment.end) : '';
    };
    return {
      textOf,
      show: (id, mark) => {
        const { left, bottom } = mark.getBoundingClientRect();
        const most = window.innerWidth - WIDTH - EDGE;
        setShown({ text: textOf(id), left: Math.max(EDGE, Math.min(left, most)), top: bottom + 4 });
      },
      hide: () => {
        setShown(null);
      },
      goTo: (id) => {
        const segment = segments.get(id);
        if (!segment) return;
        setShown(null);
        const { documentId, start, end } = segment;
        dispatch({ kind: 'go', side, place: { documentId, start, end } });
      },
    };
  }, [content, dispatch, side]);

  const popover = shown && (
    <div className={styles['popover']} style={{ left: shown.left, top: shown.top }} aria-hidden>
      {shown.text}
    </div>
  );
  return [footnotes, popover];
}
