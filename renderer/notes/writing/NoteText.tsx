import { Fragment, type ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/result.ts';
import { parseNote, type NoteInline } from '../../../shared/notes/parseNote.ts';
import { LinkChip } from './LinkChip.tsx';
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
      return <LinkChip link={inline.link} />;
    default:
      return assertNever(inline);
  }
}
