import type { ReactNode } from 'react';
import type { Segment } from '../../shared/domain/segment.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import { useCall } from '../app/useYandu.ts';
import { segmentPlace } from './segmentPlace.ts';
import styles from './TocEntry.module.css';

type TocEntryProps = { readonly segment: Segment; readonly children: ReactNode };

/** A line of a printed contents list; jumps where its heading is known, be it in another document. */
export function TocEntry({ segment, children }: TocEntryProps) {
  const { target } = segment.detail;
  return (
    <li className={styles['entry']} {...segmentPlace(segment)}>
      {target === undefined ? children : <TocLink target={target}>{children}</TocLink>}
    </li>
  );
}

type TocLinkProps = {
  readonly target: NonNullable<Segment['detail']['target']>;
  readonly children: ReactNode;
};

function TocLink({ target, children }: TocLinkProps) {
  const dispatch = useDispatch();
  const call = useCall();

  async function go(): Promise<void> {
    const found = await call('findSegmentPlace', { segmentId: target });
    if (!found.ok || !found.value) return;
    const { documentId, start } = found.value;
    dispatch({ kind: 'go', place: { documentId, start, end: start } });
  }

  return (
    <a
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {children}
    </a>
  );
}
