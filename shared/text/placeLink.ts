// The address of a passage, which opens the program there: yandu://open/<document>/<start>-<end>?v=<edition>
// The edition is the version of the pack it was made on: offsets mean something in that edition alone.

import { documentIdSchema } from '../domain/ids.ts';
import { placeSchema, type Place } from '../domain/place.ts';

/** The address of a place in one edition; offsets in UTF-16 units of the document. */
export function placeLink({ documentId, start, end }: Place, packVersion: number): string {
  return `yandu://open/${documentId}/${String(start)}-${String(end)}?v=${String(packVersion)}`;
}

const address = /^yandu:\/\/open\/([^/?#]+)\/(\d{1,9})-(\d{1,9})\/?(?:\?v=(\d{1,9}))?\/?$/;

/** The place of such an address; null when it is not one. Some systems add a slash at the end. */
export function parsePlaceLink(link: string): Place | null {
  const [, document, start, end] = address.exec(link) ?? [];
  const documentId = documentIdSchema.safeParse(document);
  if (!documentId.success) return null;
  const place = placeSchema.safeParse({
    documentId: documentId.data,
    start: Number(start),
    end: Number(end),
  });
  return place.success ? place.data : null;
}

/** The edition an address was made on; null where it does not say. */
export function editionOfLink(link: string): number | null {
  const version = address.exec(link)?.[4];
  return version === undefined ? null : Number(version);
}
