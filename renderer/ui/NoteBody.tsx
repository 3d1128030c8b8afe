import { type ComponentType, Fragment, type ReactNode } from 'react';
import { assertNever } from '../../shared/domain/result.ts';
import { parseNote, type NoteInline, type NoteLink } from '../../shared/notes/parseNote.ts';

type LinkType = ComponentType<{ readonly link: NoteLink }>;

/** The paragraphs and lists of a note; how a link is shown is the pane's to say. */
export function NoteBody({ body, Link }: { readonly body: string; readonly Link: LinkType }) {
  return parseNote(body).map((block, index) =>
    block.kind === 'paragraph' ? (
      <p key={index}>{inlinesOf(block.inlines, Link)}</p>
    ) : (
      <ul key={index}>
        {block.items.map((item, number) => (
          <li key={number}>{inlinesOf(item, Link)}</li>
        ))}
      </ul>
    ),
  );
}

function inlinesOf(inlines: readonly NoteInline[], Link: LinkType): ReactNode {
  return inlines.map((inline, index) => <Fragment key={index}>{inlineOf(inline, Link)}</Fragment>);
}

function inlineOf(inline: NoteInline, Link: LinkType): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'link':
      return <Link link={inline.link} />;
    default:
      return assertNever(inline);
  }
}
