// One edition of a pack, indexed for anchors: every segment by its id, and by the hash of its text.

import type { DocumentId, SegmentId } from '../domain/ids.ts';
import type { Segment } from '../domain/segment.ts';

/** What an anchor needs to know of a segment. */
export type AnchorSegment = Pick<Segment, 'id' | 'ord' | 'start' | 'end' | 'hash' | 'sectionKey'>;

export type EditionDocument = {
  readonly id: DocumentId;
  readonly text: string;
  readonly segments: readonly AnchorSegment[];
};

/** A segment with the document it stands in, whose `segments[ord]` it is. */
export type EditionSegment = {
  readonly segment: AnchorSegment;
  readonly document: EditionDocument;
};

export type Edition = {
  readonly documents: readonly EditionDocument[];
  readonly byId: ReadonlyMap<SegmentId, EditionSegment>;
  readonly byHash: ReadonlyMap<string, readonly EditionSegment[]>;
};

/** Indexes the documents of one edition; each document's segments are dense and in text order. */
export function indexEdition(documents: readonly EditionDocument[]): Edition {
  const all = documents.flatMap((document) =>
    document.segments.map((segment) => ({ segment, document })),
  );
  return {
    documents,
    byId: new Map(all.map((one) => [one.segment.id, one])),
    byHash: Map.groupBy(all, (one) => one.segment.hash),
  };
}
