// Quotations of one handout: checked, cited, and numbered where their citations are notes.

import type { Anchor } from '../domain/annotation.ts';
import type { Handout } from '../domain/handout.ts';
import { assertNever } from '../domain/result.ts';
import type { Citation } from '../citation/citation.ts';
import { citePlace } from '../citation/citePlace.ts';
import { citeTogether } from '../citation/citeTogether.ts';
import { formatCitation, formatLocator } from '../citation/formatCitation.ts';
import { checkQuote } from './checkQuote.ts';
import type { ComposeSource } from './composeSource.ts';
import type { Quotation } from './handoutModel.ts';
import { quoteDifference } from './quoteDifference.ts';

export type QuotationWriter = {
  /** A block quotation; its citation becomes a note where the handout asks for notes. */
  readonly write: (anchor: Anchor, editedQuote: string | null) => Quotation;
  /** A quotation in a table: its citation stands under the table. */
  readonly writeCell: (anchor: Anchor) => Quotation;
  /** Where a row of a table comes from, as short as a column needs it. */
  readonly whereabouts: (anchor: Anchor, isOneDocument: boolean) => string;
  /** The citations under a table: places in the same section are cited together. */
  readonly citeTable: (anchors: readonly Anchor[]) => readonly string[];
  readonly notes: readonly string[];
};

const SOURCE_GONE = '出处不在本内容包中';

/** Makes the writer of one handout; notes are numbered in the order of the calls. */
export function quotationWriter(
  handout: Pick<Handout, 'citationStyle' | 'citationFormat'>,
  source: ComposeSource,
): QuotationWriter {
  const notes: string[] = [];
  const { citationStyle, citationFormat } = handout;

  function cite(anchor: Anchor): Citation | null {
    const document = source.findDocument(anchor.documentId);
    return document && citePlace(document, placeOf(anchor));
  }

  function quote(anchor: Anchor, editedQuote: string | null): Quotation {
    const document = source.findDocument(anchor.documentId);
    const status = checkQuote(anchor, editedQuote, source.findDocument);
    const original = document?.text.slice(anchor.start, anchor.end) ?? anchor.quote;
    // A quotation that its source no longer bears out is printed as it was made, and says so.
    const text = status === 'edited' ? (editedQuote ?? anchor.quote) : anchor.quote;
    const citation = cite(anchor);
    return {
      text,
      runs: status === 'edited' ? quoteDifference(original, text) : [{ kind: 'same', text }],
      status,
      place: placeOf(anchor),
      citation:
        (citation === null ? SOURCE_GONE : formatCitation(citation, citationFormat)) +
        statusWarning(status),
      noteNumber: null,
    };
  }

  return {
    write(anchor, editedQuote) {
      const quotation = quote(anchor, editedQuote);
      if (citationStyle === 'inline') return quotation;
      notes.push(quotation.citation);
      return { ...quotation, noteNumber: notes.length };
    },
    writeCell: (anchor) => quote(anchor, null),
    whereabouts(anchor, isOneDocument) {
      const citation = cite(anchor);
      if (citation === null) return SOURCE_GONE;
      return isOneDocument ? formatLocator(citation.locator) : formatCitation(citation, 'short');
    },
    citeTable(anchors) {
      const cited = citeTogether(anchors.map(cite).filter((citation) => citation !== null));
      const warnings = anchors.map((anchor) =>
        statusWarning(checkQuote(anchor, null, source.findDocument)),
      );
      return [
        ...cited.map((citation) => formatCitation(citation, citationFormat)),
        ...(anchors.some((anchor) => cite(anchor) === null) ? [SOURCE_GONE] : []),
        ...new Set(warnings.filter((warning) => warning !== '')),
      ];
    },
    notes,
  };
}

function placeOf({ documentId, start, end }: Anchor): Quotation['place'] {
  return { documentId, start, end };
}

function statusWarning(status: Quotation['status']): string {
  switch (status) {
    case 'equal':
    case 'missing':
      return '';
    case 'edited':
      return '（引文有改动）';
    case 'different':
      return '（引文与现行文本不一致）';
    default:
      return assertNever(status);
  }
}
