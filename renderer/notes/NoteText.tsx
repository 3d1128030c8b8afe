import { Fragment, type ReactNode } from 'react';
import type { Place } from '../../shared/domain/place.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { parseNote, type NoteInline } from '../../shared/notes/parseNote.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useAnswer } from '../app/useYandu.ts';
import styles from './NoteText.module.css';

/** A note as one reads it. */
export function NoteText({ body }: { readonly body: string }) {
  return (
    <div className={styles['note']}>
      {parseNote(body).map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>{inlinesOf(block.inlines)}</p>
        ) : (
          <ul key={index}>
            {block.items.map((item, number) => (
              <li key={number}>{inlinesOf(item)}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function inlinesOf(inlines: readonly NoteInline[]): ReactNode {
  return inlines.map((inline, index) => <Fragment key={index}>{inlineOf(inline)}</Fragment>);
}

function inlineOf(inline: NoteInline): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'link':
      return <PlaceChip place={inline.place} />;
    default:
      return assertNever(inline);
  }
}

/** A link to a passage: the document's short title; a click goes there. */
function PlaceChip({ place }: { readonly place: Place }) {
  const { data: documents } = useAnswer('listDocuments', {});
  const { dispatch } = useOpenAnnotation();
  const document = documents?.find(({ id }) => id === place.documentId);
  return (
    <button
      type="button"
      className={styles['chip']}
      disabled={document === undefined}
      onClick={() => {
        dispatch({ kind: 'go', place });
      }}
    >
      → {document?.shortTitle ?? place.documentId}
    </button>
  );
}
