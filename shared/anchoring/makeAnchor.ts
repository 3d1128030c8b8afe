// An anchor is written once, from the text it was made on. Everything a later edition may need to
// find the passage again, or to show a person what was meant, is put down here.

import type { Anchor } from '../domain/annotation.ts';
import type { TextRange } from '../domain/place.ts';
import type { EditionDocument } from './edition.ts';

/** W3C TextQuoteSelector context, in graphemes; 32 as Hypothesis keeps. */
const CONTEXT_GRAPHEMES = 32;
/** Bounds the schema gives `prefix` and `suffix`, in UTF-16 units. */
const CONTEXT_UNITS = 512;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Anchors `range` of a document's text.
 *
 * `source.document.segments` needs to hold the segments that overlap the range, in text order.
 * Returns null when the range is empty, leaves the text, touches no segment, or ends between the halves of a character.
 */
export function makeAnchor(
  source: { readonly document: EditionDocument; readonly packVersion: number },
  range: TextRange,
): Anchor | null {
  const { document, packVersion } = source;
  const { start, end } = range;
  if (start < 0 || end > document.text.length || start >= end) return null;
  if (splitsCharacter(document.text, start) || splitsCharacter(document.text, end)) return null;
  const [first, ...later] = document.segments.filter(
    (segment) => segment.start < end && start < segment.end,
  );
  if (first === undefined || start < first.start) return null;
  return {
    documentId: document.id,
    start,
    end,
    quote: document.text.slice(start, end),
    prefix: lastGraphemes(document.text.slice(Math.max(0, start - CONTEXT_UNITS), start)),
    suffix: firstGraphemes(document.text.slice(end, end + CONTEXT_UNITS)),
    segmentId: first.id,
    segmentStart: first.start,
    segmentHash: first.hash,
    laterSegmentHashes: later.map((segment) => segment.hash),
    sectionKey: first.sectionKey,
    packVersion,
  };
}

/** True between the two halves of a character outside the Basic Multilingual Plane. */
function splitsCharacter(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function firstGraphemes(text: string): string {
  return clusters(text).slice(0, CONTEXT_GRAPHEMES).join('');
}

function lastGraphemes(text: string): string {
  return clusters(text).slice(-CONTEXT_GRAPHEMES).join('');
}

function clusters(text: string): string[] {
  return Array.from(graphemes.segment(text), (cluster) => cluster.segment);
}
