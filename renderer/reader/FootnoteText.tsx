import type { ReactNode } from 'react';
import type { Segment } from '../../shared/domain/segment.ts';
import { useStrings } from '../app/useStrings.ts';
import styles from './FootnoteText.module.css';
import { segmentPlace } from './segmentPlace.ts';
import { useFootnotes } from './useFootnotes.ts';

/** A footnote where it stands in the text, with the way back to its mark. */
export function FootnoteText({
  segment,
  children,
}: {
  readonly segment: Segment;
  readonly children: ReactNode;
}) {
  const { reading } = useStrings();
  const footnotes = useFootnotes();
  const { marker, host } = segment.detail;
  return (
    <div className={styles['note']}>
      {host !== undefined && (
        <button
          type="button"
          className={styles['back']}
          data-marker={marker}
          aria-label={`${reading.footnote(marker ?? '')}，${reading.backToText}`}
          title={reading.backToText}
          onClick={() => {
            footnotes.goTo(host);
          }}
        />
      )}
      <p role="note" {...segmentPlace(segment)}>
        {children}
      </p>
    </div>
  );
}
