import type { Segment } from '../../shared/domain/segment.ts';
import { useStrings } from '../app/useStrings.ts';
import styles from './FootnoteMark.module.css';
import { useFootnotes } from './useFootnotes.ts';

type Mark = NonNullable<Segment['detail']['footnoteMarks']>[number];

/**
 * The small raised mark. Its sign is drawn by CSS, because it is not part of the canonical text; the
 * note's text shows on hover and focus, and a press goes to it.
 */
export function FootnoteMark({ mark }: { readonly mark: Mark }) {
  const { reading } = useStrings();
  const footnotes = useFootnotes();
  return (
    <button
      type="button"
      className={styles['mark']}
      data-marker={mark.marker}
      aria-label={`${reading.footnote(mark.marker)}：${footnotes.textOf(mark.footnoteId)}`}
      onMouseEnter={(event) => {
        footnotes.show(mark.footnoteId, event.currentTarget);
      }}
      onMouseLeave={footnotes.hide}
      onFocus={(event) => {
        footnotes.show(mark.footnoteId, event.currentTarget);
      }}
      onBlur={footnotes.hide}
      onClick={() => {
        footnotes.goTo(mark.footnoteId);
      }}
    />
  );
}
