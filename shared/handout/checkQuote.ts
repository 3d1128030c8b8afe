// The check behind 引文核对: is what stands in the handout the text of the document, unit by unit?

import type { Anchor } from '../domain/annotation.ts';
import type { DocumentContent } from '../domain/document.ts';
import type { Handout, HandoutItem } from '../domain/handout.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { QuoteStatus } from './handoutModel.ts';

/** Gives a document's text, or null where the briefing does not hold it (any more). */
export type FindText = (id: DocumentId) => Pick<DocumentContent, 'text'> | null;

export type QuoteCheck = { readonly itemId: HandoutItem['id']; readonly status: QuoteStatus };

/** Checks one quotation; `editedQuote` is what a person made of it, null where nobody touched it. */
export function checkQuote(
  anchor: Anchor,
  editedQuote: string | null,
  findText: FindText,
): QuoteStatus {
  const document = findText(anchor.documentId);
  if (document === null) return 'missing';
  const source = document.text.slice(anchor.start, anchor.end);
  if (editedQuote !== null && editedQuote !== source) return 'edited';
  return source === anchor.quote ? 'equal' : 'different';
}

/** Every quotation of a handout in order, those inside tables included. */
export function checkQuotes(handout: Pick<Handout, 'items'>, findText: FindText): QuoteCheck[] {
  return handout.items.flatMap((item) =>
    quotationsOf(item).map(({ anchor, editedQuote }) => ({
      itemId: item.id,
      status: checkQuote(anchor, editedQuote, findText),
    })),
  );
}

function quotationsOf(
  item: HandoutItem,
): readonly { readonly anchor: Anchor; readonly editedQuote: string | null }[] {
  switch (item.kind) {
    case 'excerpt':
      return [item];
    case 'comparison':
      return item.rows.map((row) => ({ anchor: row.anchor, editedQuote: null }));
    case 'tasks':
      return item.anchors.map((anchor) => ({ anchor, editedQuote: null }));
    case 'heading':
    case 'question':
    case 'note':
    case 'attendance':
    case 'lines':
    case 'page_break':
      return [];
  }
}
