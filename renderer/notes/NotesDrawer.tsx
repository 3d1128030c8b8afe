import { useEffect, useState } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useSurface, type Surface } from '../text/useSurface.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NotesDrawer.module.css';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

/** Where there is no room for the margin, the open annotation lies over the text's edge. */
export function NotesDrawer() {
  const surface = useSurface();
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const hasMargin = useHasMargin(surface);
  const open = useStandingAnnotations().find(({ annotation }) => annotation.id === openAnnotation);
  if (hasMargin || open?.standing.kind !== 'placed') return null;
  if (open.standing.place.documentId !== surface.content.document.id) return null;
  return (
    <aside className={styles['drawer']} aria-label={notes.margin}>
      <NoteCard annotation={open.annotation} isOpen />
    </aside>
  );
}

/** The margin is hidden by the style sheet, by width or by the reader; only the layout knows. */
function useHasMargin({ scroller, root }: Surface): boolean {
  const [hasMargin, setHasMargin] = useState(true);
  // Layout is the browser's; React learns of it when the margin comes or goes.
  useEffect(() => {
    const margin = root.parentElement?.querySelector<HTMLElement>(':scope > aside') ?? null;
    const observer = new ResizeObserver(() => {
      setHasMargin((margin?.offsetWidth ?? 0) > 0);
    });
    observer.observe(scroller);
    if (margin !== null) observer.observe(margin);
    return () => {
      observer.disconnect();
    };
  }, [scroller, root]);
  return hasMargin;
}
