// Light Markdown of a note as values: paragraphs and lists, bold, and links to passages.
// Nothing else has a meaning; everything stays text and nothing can run.

import type { Place } from '../domain/place.ts';
import { parsePlaceLink } from '../text/placeLink.ts';

export type NoteInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly place: Place };

export type NoteBlock =
  | { readonly kind: 'paragraph'; readonly inlines: readonly NoteInline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly NoteInline[])[] };

const listItem = /^\s*[-*•]\s+(.*)$/u;
/** A link stands bare or in double brackets: [[yandu://open/…]]. */
const inline =
  /\*\*([^*\n]+)\*\*|\[\[(yandu:\/\/[^\s\]]+)\]\]|(yandu:\/\/open\/[^\s\]]+?\/\d+-\d+)/gu;

/** Parses a note's body; blank lines part paragraphs, single line feeds too, lines with `- ` make lists. */
export function parseNote(body: string): readonly NoteBlock[] {
  const blocks: NoteBlock[] = [];
  for (const line of body.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const item = listItem.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) blocks.push({ kind: 'paragraph', inlines: parseInlines(line) });
    else if (last?.kind === 'list') {
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, parseInlines(item)] };
    } else blocks.push({ kind: 'list', items: [parseInlines(item)] });
  }
  return blocks;
}

function parseInlines(line: string): readonly NoteInline[] {
  const inlines: NoteInline[] = [];
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) inlines.push({ kind: 'text', text: line.slice(from, to) });
  };
  for (const match of line.matchAll(inline)) {
    const [whole, strong, bracketed, bare] = match;
    const place = parsePlaceLink(bracketed ?? bare ?? '');
    if (strong === undefined && place === null) continue;
    addText(match.index);
    inlines.push(
      strong === undefined && place
        ? { kind: 'link', place }
        : { kind: 'strong', text: strong ?? '' },
    );
    from = match.index + whole.length;
  }
  addText(line.length);
  return inlines;
}
