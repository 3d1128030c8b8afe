import { Fragment, type ReactNode } from 'react';
import { assertNever } from '../../shared/domain/result.ts';
import { citeLink } from '../../shared/notes/citeLink.ts';
import { parseNote, type NoteInline, type NoteLink } from '../../shared/notes/parseNote.ts';
import { useAnswer } from '../app/useYandu.ts';
import styles from './CardNote.module.css';

/** The note of a card, as the handout will have it: a link is its name and leads nowhere. */
export function CardNote({ body }: { readonly body: string }) {
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
      return <LinkName link={inline.link} />;
    default:
      return assertNever(inline);
  }
}

function LinkName({ link }: { readonly link: NoteLink }) {
  const isUnnamed = link.label === null;
  const { documentId } = link.place;
  const { data = null } = useAnswer('getDocument', { documentId }, { enabled: isUnnamed });
  return <>{citeLink(link, () => data)}</>;
}
