import { assertNever } from '../domain/result.ts';
import { parseNote, type NoteInline, type NoteLink } from '../notes/parseNote.ts';
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
    `## ${escapeInline(group.title)}`,
    ...group.entries.map((entry) => entryMarkdown(entry, nameLink)),
  ]);
  return `${[`# ${escapeInline(title)}`, ...parts].join('\n\n')}\n`;
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
          .map((line) => `> ${escapeInline(line)}`)
          .join('\n>\n')
      : null;
  const source = citation === null ? null : `> —— ${escapeInline(citation)}`;
  const facts = [typeName, ...tags.map((tag) => `#${tag}`), author].filter((one) => one !== null);
  const parts = [
    quote === null ? source : `${quote}\n>\n${source ?? '>'}`,
    note === '' ? null : noteMarkdown(note, nameLink),
    facts.length === 0 ? null : `*${escapeInline(facts.join(' · '))}*`,
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
          return escapeInline(part.text);
        case 'strong':
          return `**${escapeInline(part.text)}**`;
        case 'link':
          return `[${escapeInline(nameLink(part.link))}](${part.link.address})`;
        default:
          return assertNever(part);
      }
    })
    .join('');
}

/** Text of the source stays that text: nothing in it becomes Markdown, not as a line's first signs either. */
function escapeInline(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/gu, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/u, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/u, String.raw`$1\$2`);
}
