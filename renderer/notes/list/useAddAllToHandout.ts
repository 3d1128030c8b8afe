import { useAnnounce } from '../../app/useAnnounce.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useWorkspaceStore } from '../../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../../app/useYandu.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';

/** Adds every mark that stands in the text to the handout, in the order given, and says how many did not. */
export function useAddAllToHandout(): (selected: readonly StandingAnnotation[]) => Promise<void> {
  const { notes } = useStrings();
  const { read } = useWorkspaceStore();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  return async (selected) => {
    const excerpts = selected.flatMap(({ annotation: { id, target }, standing }) =>
      target.kind === 'passage' && standing.kind === 'placed'
        ? [{ place: standing.place, quote: target.anchor.quote, annotationId: id }]
        : [],
    );
    const left = selected.length - excerpts.length;
    if (excerpts.length > 0) {
      const answer = await call('addExcerpts', {
        id: read().handoutId,
        title: notes.newHandout,
        excerpts,
      });
      if (!answer.ok) return;
      invalidate('listHandouts');
    }
    announce(notes.addedCount(excerpts.length, left));
  };
}
