import { assertNever } from '../domain/result.ts';
import { parseNote, type NoteInline, type NoteLink } from '../notes/parseNote.ts';
import { escapeMarkdown, strongMarkdown } from '../text/markdown.ts';
import type { ExchangedAnnotation } from './exchangedAnnotation.ts';

export type MarkdownEntry = {
  readonly annotation: ExchangedAnnotation;
  /** Null for a note that belongs to no passage. */
  readonly citation: string | null;
  /** The reader's word for the type; null without one. */
  readonly typeName: string | null;
};

export type MarkdownGroup = {
  readonly title: string;
  readonly entries: readonly MarkdownEntry[];
};

/**
 * Annotations for reading elsewhere: by document, each passage as a block quotation with its citation, then the note.
 * `nameLink` says in words what a link of a note leads to, readable where nothing opens it.
 */
export function annotationsMarkdown(
  title: string,
  groups: readonly MarkdownGroup[],
  nameLink: (link: NoteLink) => string,
): string {
  const parts = groups.flatMap((group) => [
    `## ${escapeMarkdown(group.title)}`,
    ...group.entries.map((entry) => entryMarkdown(entry, nameLink)),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join('\n\n')}\n`;
}

function entryMarkdown(
  { annotation, citation, typeName }: MarkdownEntry,
  nameLink: (link: NoteLink) => string,
): string {
  const { target, note, tags, author } = annotation;
  const quote =
    target.kind === 'passage'
      ? target.anchor.quote
          .split('\n')
          .map((line) => `> ${escapeMarkdown(line)}`)
          .join('\n>\n')
      : null;
  const source = citation === null ? null : `> —— ${escapeMarkdown(citation)}`;
  const facts = [typeName, ...tags.map((tag) => `#${tag}`), author].filter((one) => one !== null);
  const parts = [
    quote === null ? source : `${quote}\n>\n${source ?? '>'}`,
    note === '' ? null : noteMarkdown(note, nameLink),
    facts.length === 0 ? null : `*${escapeMarkdown(facts.join(' · '))}*`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

/** What a note means here it means there, and nothing more: an address of a picture would be fetched by a viewer. */
function noteMarkdown(note: string, nameLink: (link: NoteLink) => string): string {
  return parseNote(note)
    .map((block) =>
      block.kind === 'paragraph'
        ? inlinesMarkdown(block.inlines, nameLink)
        : block.items.map((item) => `- ${inlinesMarkdown(item, nameLink)}`).join('\n'),
    )
    .join('\n\n');
}

function inlinesMarkdown(
  inlines: readonly NoteInline[],
  nameLink: (link: NoteLink) => string,
): string {
  return inlines
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return escapeMarkdown(part.text);
        case 'strong':
          return strongMarkdown(part.text);
        case 'link':
          return `[${escapeMarkdown(nameLink(part.link))}](${part.link.address})`;
        default:
          return assertNever(part);
      }
    })
    .join('');
}
