import { useMemo } from 'react';
import { citePlace } from '../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../shared/citation/formatCitation.ts';
import type { Place, TextRange } from '../../../shared/domain/place.ts';
import { writeLink } from '../../../shared/notes/writeLink.ts';
import { placeLink } from '../../../shared/text/placeLink.ts';
import { useAnnounce } from '../../app/useAnnounce.ts';
import { useAppState } from '../../app/useAppState.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useWorkspaceStore } from '../../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../../app/useYandu.ts';
import type { Surface } from '../../text/useSurface.ts';
import { useAnnotationActions } from '../useAnnotationActions.ts';
import { insertInNote } from '../writing/noteFields.ts';
import { useClipboard } from './useClipboard.ts';
import { useCopyPassage } from './useCopyPassage.ts';
import type { Subject } from './useSubject.ts';

export type Quoting = {
  readonly addToHandout: () => void;
  readonly copy: () => void;
  readonly copyLink: () => void;
  /** Writes a link to the selection into the open note. */
  readonly linkInNote: () => void;
};

/** Takes a passage of one pane elsewhere: into a handout, onto the clipboard, into a note. */
export function useQuoting({ content }: Surface, subject: Subject): Quoting {
  const { notes } = useStrings();
  const actions = useAnnotationActions();
  const { pack } = useAppState();
  const workspace = useWorkspaceStore();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const copy = useClipboard();
  const copyPassage = useCopyPassage();

  return useMemo(() => {
    const placeOf = ({ start, end }: TextRange): Place => ({
      documentId: content.document.id,
      start,
      end,
    });
    const linkTo = (range: TextRange): string => placeLink(placeOf(range), pack.version);

    return {
      addToHandout: () => {
        const range = subject.range();
        if (range === null) return;
        const isSelected = subject.selected() !== null;
        const annotationId = isSelected ? null : (subject.opened()?.annotation.id ?? null);
        const quote = content.text.slice(range.start, range.end);
        void call('addExcerpts', {
          id: workspace.read().handoutId,
          title: notes.newHandout,
          excerpts: [{ place: placeOf(range), quote, annotationId }],
        }).then((answer) => {
          if (!answer.ok) return;
          invalidate('listHandouts');
          announce(notes.addedToHandout);
        });
      },
      copy: () => {
        const range = subject.range();
        if (range !== null) copyPassage(content, range);
      },
      copyLink: () => {
        const range = subject.range();
        if (range !== null) copy({ text: linkTo(range), sentence: notes.linkCopied });
      },
      linkInNote: () => {
        const range = subject.selected();
        const opened = subject.opened()?.annotation;
        if (range === null || opened === undefined) {
          announce(notes.linkInNoteHint);
          return;
        }
        const label = formatCitation(citePlace(content, placeOf(range)), 'short');
        const link = writeLink(label, linkTo(range));
        // A note that is not on screen takes the link at its end.
        const isTyped = insertInNote(opened.id, link);
        if (!isTyped) void actions.change(opened.id, { note: `${opened.note}${link}` });
        announce(notes.linkedInNote(label));
      },
    };
  }, [
    content,
    subject,
    actions,
    announce,
    call,
    copy,
    copyPassage,
    invalidate,
    notes,
    pack,
    workspace,
  ]);
}
