// What a citation says, before it is written in one of the formats.

import type { Document } from '../domain/document.ts';
import type { Place } from '../domain/place.ts';

/** Where in the document: numbered paragraphs, or an element that carries no paragraph number. */
export type Locator =
  | { readonly kind: 'paragraphs'; readonly ranges: readonly ParagraphRange[] }
  | { readonly kind: 'element'; readonly label: string }
  | { readonly kind: 'none' };

/** Paragraph numbers, both included. */
export type ParagraphRange = { readonly first: number; readonly last: number };

/** One step down the outline: 第二篇 is an ordinal, 一、总体要求 is a title. */
export type SectionStep = { readonly kind: 'ordinal' | 'title'; readonly text: string };

export type Citation = {
  readonly place: Place;
  readonly document: Pick<
    Document,
    'title' | 'shortTitle' | 'issuer' | 'author' | 'date' | 'status'
  >;
  /** From part down to the section the passage begins in. */
  readonly path: readonly SectionStep[];
  readonly locator: Locator;
};
