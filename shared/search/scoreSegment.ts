import type { SegmentKind } from '../domain/segment.ts';

/** What ranking knows of one matching segment. */
export type ScoredSegment = {
  readonly kind: SegmentKind;
  /** The folded segment is the folded query and nothing else. */
  readonly isWhole: boolean;
  /** An occurrence lies in the lead that opens the segment. */
  readonly isInLead: boolean;
  /** The words stand side by side, in the order typed. Always true for one word. */
  readonly isPhrase: boolean;
  /** Units of the shortest stretch that holds all words, beyond the words themselves. */
  readonly slack: number;
  /** The word begins and ends with a digit and stands inside a longer number: 4500 in 14500. */
  readonly isPartOfNumber: boolean;
};

/**
 * Ranks by what was meant: the words as typed before the words apart, titles and leads before running
 * text, words close together before words far apart. Equal scores stay in document order.
 * Entries of a contents list repeat headings, so they come last.
 */
export function scoreSegment(segment: ScoredSegment): number {
  const closeness = segment.isPhrase ? 8 : 4 / (1 + segment.slack / 8);
  const exactness = (segment.isWhole ? 3 : 0) - (segment.isPartOfNumber ? 2 : 0);
  return closeness + exactness + rankOfKind(segment.kind) + (segment.isInLead ? 2 : 0);
}

function rankOfKind(kind: SegmentKind): number {
  switch (kind) {
    case 'heading':
      return 4;
    case 'table_title':
    case 'callout_title':
    case 'subtitle':
      return 3;
    case 'toc_entry':
      return -8;
    case 'masthead':
    case 'colophon':
    case 'byline':
    case 'dateline':
    case 'author':
    case 'affiliation':
    case 'issuer':
    case 'label':
      return -1;
    default:
      return 0;
  }
}
