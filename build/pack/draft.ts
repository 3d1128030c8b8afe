// What a segmenter gives: documents as lists of draft segments. Offsets are units of the segment's own
// text; ids, section keys and document offsets come later (assemble/).

import type { SegmentKind } from '../../shared/domain/segment.ts';
import type { Ledger } from './text/ledger.ts';
import type { MappedText } from './text/mappedText.ts';

/** One line of a source without its line break; `number` counts from 1. */
export type SourceLine = { readonly number: number; readonly text: MappedText };

export type DraftRange = { readonly start: number; readonly end: number };

/** A cell of a table: a range of the segment's text, and its place in the grid. */
export type DraftCell = DraftRange & {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** As `SegmentDetail` in shared/domain/segment.ts, with offsets of the segment's own text. */
export type DraftDetail = {
  readonly leads?: readonly DraftRange[];
  /** Where marks of footnotes stand; the footnote with this marker that follows is the one meant. */
  readonly footnoteMarks?: readonly { readonly marker: string; readonly offset: number }[];
  /** footnote: its printed marker. */
  readonly marker?: string;
  readonly columns?: number;
  readonly headerRows?: number;
  readonly cells?: readonly DraftCell[];
  readonly number?: string;
  readonly title?: DraftRange;
  readonly leadDepartments?: readonly DraftRange[];
  readonly participatingDepartments?: readonly DraftRange[];
  readonly participantsOpenEnded?: boolean;
  readonly group?: number;
};

export type DraftSegment = {
  readonly kind: SegmentKind;
  /** heading: 1 is the highest; a printed title of the document is a heading of level 1. */
  readonly level?: number;
  /** Without line feeds, except between the rows of a table. */
  readonly text: MappedText;
  readonly detail?: DraftDetail;
};

/** Facts are read from the text; `pack.json` overrules them. */
export type DraftDocument = {
  readonly role: 'document' | 'front_matter';
  readonly title: string | null;
  readonly issuer?: string;
  readonly author?: string;
  readonly date?: string;
  readonly segments: readonly DraftSegment[];
};

export type SegmenterInput = {
  /** All lines of the source in reading order (after the editor's corrections). */
  readonly lines: readonly SourceLine[];
  /** Takes what is removed; white space needs no entry. */
  readonly ledger: Ledger;
};

/** Knows one kind of source by its text alone, never by its file name. */
export type Segmenter = {
  readonly name: string;
  readonly recognises: (lines: readonly SourceLine[]) => boolean;
  /** Documents in reading order. */
  readonly segment: (input: SegmenterInput) => readonly DraftDocument[];
};
