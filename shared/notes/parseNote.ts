// Light Markdown of a note as values: paragraphs and lists, bold, and links to passages.
// Nothing else has a meaning; everything stays text and nothing can run.

import type { Place } from '../domain/place.ts';
import { parsePlaceLink } from '../text/placeLink.ts';

/** A link to a passage: [[label|yandu://open/…]], [[yandu://open/…]] or the bare address. */
export type NoteLink = {
  /** As it is written, which names it. */
  readonly address: string;
  /** What it was called when it was made; null where it bears no label. */
  readonly label: string | null;
  /** In the edition it was made on. */
  readonly place: Place;
};

export type NoteInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly link: NoteLink };

export type NoteBlock =
  | { readonly kind: 'paragraph'; readonly inlines: readonly NoteInline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly NoteInline[])[] };

const listItem = /^\s*[-*•]\s+(.*)$/u;
// No longer than the name of a document can be, so that a note full of openings takes no quadratic time.
const inline =
  /\*\*([^*\n]+)\*\*|\[\[(?:([^|[\]\n]+)\|)?(yandu:\/\/[^\s\]|]+)\]\]|(yandu:\/\/open\/[^\s\]/?#]{1,96}\/\d+-\d+(?:\?v=\d+)?)/gu;

/** Parses a note's body; blank lines part paragraphs, single line feeds too, lines with `- ` make lists. */
export function parseNote(body: string): readonly NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let items: (readonly NoteInline[])[] | null = null;
  for (const line of body.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const item = listItem.exec(line)?.[1];
    if (item === undefined) {
      items = null;
      blocks.push({ kind: 'paragraph', inlines: parseInlines(line) });
      continue;
    }
    if (items === null) blocks.push({ kind: 'list', items: (items = []) });
    items.push(parseInlines(item));
  }
  return blocks;
}

/** The links of a note in the order they stand in, each address once. */
export function linksOf(body: string): readonly NoteLink[] {
  const links = parseInlines(body).flatMap((part) => (part.kind === 'link' ? [part.link] : []));
  return [...new Map(links.map((link) => [link.address, link])).values()];
}

/** A note's body with every link in another form; all else stays to the letter. */
export function replaceLinks(body: string, write: (link: NoteLink) => string): string {
  return parseInlines(body)
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'strong':
          return `**${part.text}**`;
        case 'link':
          return write(part.link);
      }
    })
    .join('');
}

function parseInlines(text: string): readonly NoteInline[] {
  const inlines: NoteInline[] = [];
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) inlines.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(inline)) {
    const [whole, strong, label, bracketed, bare] = match;
    const link = linkAt(label ?? null, bracketed ?? bare ?? '');
    if (strong === undefined && link === null) continue;
    addText(match.index);
    inlines.push(link === null ? { kind: 'strong', text: strong ?? '' } : { kind: 'link', link });
    from = match.index + whole.length;
  }
  addText(text.length);
  return inlines;
}

function linkAt(label: string | null, address: string): NoteLink | null {
  const place = parsePlaceLink(address);
  return place && { address, label, place };
}
