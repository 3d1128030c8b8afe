// A handout ready to be set: numbered, cited, checked, and cut to one copy.
// Every format is written from this model alone, so that no format can say more or less than another.

import type { HandoutCopy, HandoutPreset } from '../domain/handout.ts';
import type { Place } from '../domain/place.ts';

/** How a quotation compares with the document's text, unit by unit. */
export type QuoteStatus = 'equal' | 'edited' | 'different' | 'missing';

/** A run of a quotation; only an edited one has runs other than `same`. */
export type QuoteRun = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

export type Quotation = {
  /** What stands on the page, with its line feeds and tabs. */
  readonly text: string;
  readonly runs: readonly QuoteRun[];
  readonly status: QuoteStatus;
  readonly place: Place;
  readonly citation: string;
  /** Number of the footnote or endnote that bears the citation; null when it stands under the quotation. */
  readonly noteNumber: number | null;
};

/** Cells of a table: words of the program or the facilitator, a quotation, or a cell of a quoted table. */
export type ModelCell =
  | ({ readonly kind: 'text' | 'part'; readonly text: string } & CellSpan)
  | { readonly kind: 'quotation'; readonly quotation: Quotation };
export type CellSpan = { readonly rowSpan: number; readonly columnSpan: number };
export type ModelRow = readonly ModelCell[];

/**
 * Rows that stay together. The `part` cells of a group with a quotation are that quotation: joined by tabs
 * in a row and by line feeds between rows they are its text.
 */
export type ModelRowGroup = {
  readonly quotation: Quotation | null;
  readonly rows: readonly ModelRow[];
};

/** A run of a note, of one weight. */
export type NoteRun = { readonly isStrong: boolean; readonly text: string };

/** The lines of a note: paragraphs, and items of a list. */
export type ModelNote = readonly {
  readonly isItem: boolean;
  readonly runs: readonly NoteRun[];
}[];

export type ModelTable = {
  readonly kind: 'table';
  readonly title: string;
  /** Relative widths of the columns, in hundredths of the type area. */
  readonly widths: readonly number[];
  /** Repeated on every page. */
  readonly head: readonly ModelRow[];
  readonly body: readonly ModelRowGroup[];
  /** Set where the head is quoted too: then the `part` cells of the whole table are this quotation. */
  readonly quotation: Quotation | null;
  /** Citations that stand under the table, each once. */
  readonly sources: readonly string[];
  readonly note: ModelNote | null;
};

export type ModelBlock =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly number: string;
      readonly text: string;
      readonly minutes: number | null;
    }
  | { readonly kind: 'excerpt'; readonly quotation: Quotation; readonly note: ModelNote | null }
  | {
      readonly kind: 'question';
      readonly number: string;
      readonly text: string;
      readonly answer: string | null;
    }
  | { readonly kind: 'note'; readonly text: string; readonly isPrivate: boolean }
  | ModelTable
  | {
      readonly kind: 'attendance';
      /** A line to write on where nobody is named. */
      readonly rows: readonly { readonly label: string; readonly names: string }[];
    }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'page_break' };

export type HandoutModel = {
  readonly preset: HandoutPreset;
  readonly copy: HandoutCopy;
  readonly title: string;
  /** Stands top left, where a reader looks first; null when neither the facilitator nor a document has a status. */
  readonly statusLine: string | null;
  /** Under the title: meeting, date and place, host, in that order; empty ones are left out. */
  readonly subtitles: readonly string[];
  /** Sum of the agenda's minutes; null in the members' copy and where no heading has any. */
  readonly totalMinutes: number | null;
  readonly blocks: readonly ModelBlock[];
  /** Citations by number, from 1; empty when they stand inline. */
  readonly notes: readonly string[];
  readonly notePlacement: 'inline' | 'footnote' | 'endnote';
};
