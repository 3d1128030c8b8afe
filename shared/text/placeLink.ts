import { documentIdSchema } from '../domain/ids.ts';
import { placeSchema, type Place } from '../domain/place.ts';

/** The address of a passage, which opens the program there: yandu://open/<document>/<start>-<end> */
export function placeLink({ documentId, start, end }: Place): string {
  return `yandu://open/${documentId}/${start}-${end}`;
}

/** The place of such an address; null when it is not one. Some systems add a slash at the end. */
export function parsePlaceLink(link: string): Place | null {
  const [, document, start, end] =
    /^yandu:\/\/open\/([^/?#]+)\/(\d{1,9})-(\d{1,9})\/?$/.exec(link) ?? [];
  const documentId = documentIdSchema.safeParse(document);
  if (!documentId.success) return null;
  const place = placeSchema.safeParse({
    documentId: documentId.data,
    start: Number(start),
    end: Number(end),
  });
  return place.success ? place.data : null;
}
