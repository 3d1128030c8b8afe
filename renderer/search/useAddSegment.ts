import type { SegmentRow } from '../../shared/ipc/searching.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';

/** Puts the whole segment of a row into the handout on the desk, or into a new one. */
export function useAddSegment(): (row: SegmentRow) => void {
  const { read } = useWorkspaceStore();
  const { handout, search } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();

  async function add({ documentId, segmentId }: SegmentRow): Promise<void> {
    const content = await call('getDocument', { documentId });
    if (!content.ok) return;
    const segment = content.value.segments.find(({ id }) => id === segmentId);
    if (segment === undefined) return;
    const { start, end } = segment;
    const quote = content.value.text.slice(start, end);
    const added = await call('addExcerpts', {
      id: read().handoutId,
      title: handout.untitled,
      excerpts: [{ place: { documentId, start, end }, quote, annotationId: null }],
    });
    if (!added.ok) return;
    invalidate('listHandouts');
    announce(search.addedToHandout);
  }

  return (row) => void add(row);
}
