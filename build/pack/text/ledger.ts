// The list of what was taken out of a source, and why. With the texts of the documents it accounts for
// every unit of the source; `checkPack` proves it.

import type { MappedText } from './mappedText.ts';

export const removalReasons = [
  'bookmark',
  'footnote_markup',
  'running_header',
  'page_number',
  'replacement_character',
  'image_placeholder',
  'dot_leaders',
  'emphasis_markup',
  'heading_markup',
  'list_markup',
  'rule',
  'table_markup',
  'comment',
  'metadata',
  'byte_order_mark',
  'repeated_text',
  'control_character',
  'line_break',
  'padding',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** A half-open range of source units that stands in no document. */
export type Removal = {
  readonly start: number;
  readonly end: number;
  readonly reason: RemovalReason;
};

/** Collects removals; white space needs no entry, the writer accounts for it at the end. */
export type Ledger = {
  readonly remove: (piece: MappedText, reason: RemovalReason) => void;
  readonly list: () => readonly Removal[];
};

/** An empty ledger for one source. */
export function openLedger(): Ledger {
  const removals: Removal[] = [];
  return {
    remove: (piece, reason) => {
      for (const { source, length } of piece.origins) {
        removals.push({ start: source, end: source + length, reason });
      }
    },
    list: () => [...removals].sort((one, other) => one.start - other.start),
  };
}
