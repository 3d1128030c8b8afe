import { citePlace } from '../citation/citePlace.ts';
import { formatCitation } from '../citation/formatCitation.ts';
import type { DocumentContent } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { NoteLink } from './parseNote.ts';

/** What a link is called outside the program: its label, else the citation of its place, else its address. */
export function citeLink(
  { label, address, place }: NoteLink,
  findDocument: (id: DocumentId) => DocumentContent | null,
): string {
  if (label !== null) return label;
  const content = findDocument(place.documentId);
  return content === null ? address : formatCitation(citePlace(content, place), 'short');
}
