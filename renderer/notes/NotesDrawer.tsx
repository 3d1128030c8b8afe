import { useEffect, useState } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useSurface, type Surface } from '../text/useSurface.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NotesDrawer.module.css';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

/** Where there is no room for the margin, the open annotation lies over the text's edge. */
export function NotesDrawer() {
  const surface = useSurface();
  const { notes } = useStrings();
  const { workspace } = useWorkspace();
  const hasMargin = useHasMargin(surface);
  const open = useStandingAnnotations().find(
    ({ annotation }) => annotation.id === workspace.openAnnotation,
  );
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
  // Layout is the browser's; React learns of it when the text changes its width.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const margin = root.parentElement?.querySelector<HTMLElement>(':scope > aside');
      setHasMargin((margin?.offsetWidth ?? 0) > 0);
    });
    observer.observe(scroller);
    observer.observe(root);
    return () => {
      observer.disconnect();
    };
  }, [scroller, root]);
  return hasMargin;
}
