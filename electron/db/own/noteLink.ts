// Links in notes. The note holds the address; what stood there is kept beside it, once, so that another
// edition can find the passage again or say that it is gone.

import { makeAnchor } from '../../../shared/anchoring/makeAnchor.ts';
import type { Resolution } from '../../../shared/anchoring/resolveAnchor.ts';
import { anchorSchema, type Anchor } from '../../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { linksOf } from '../../../shared/notes/parseNote.ts';
import { editionOfLink } from '../../../shared/text/placeLink.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { findDocumentAt, getPackVersion } from './edition.ts';
import { givingWay, resolveAnchors } from './resolveAnchors.ts';

const SCHEME = 'yandu://';

/** Anchors what a note links to in the open edition, unless that is known. Call inside a transaction. */
export function keepLinkAnchors(db: BriefingDb, note: string): void {
  if (!note.includes(SCHEME)) return;
  const packVersion = getPackVersion(db);
  const put = db.prepare<[string, string]>(
    'INSERT INTO link_anchor (address, anchor) VALUES (?, ?) ON CONFLICT (address) DO NOTHING',
  );
  for (const { address, place } of linksOf(note)) {
    if ((editionOfLink(address) ?? packVersion) !== packVersion) continue;
    const document = findDocumentAt(db, place);
    const anchor = document && makeAnchor({ document, packVersion }, place);
    if (anchor !== null) put.run(address, JSON.stringify(anchor));
  }
}

type ResolvedLink = {
  readonly annotationId: AnnotationId;
  readonly address: string;
  readonly resolution: Resolution;
};

/** Every link of every note outside the bin, with where it leads in the open edition. */
export async function listNoteLinks(db: BriefingDb): Promise<readonly ResolvedLink[]> {
  const links = db
    .prepare<[string], { readonly id: AnnotationId; readonly note: string }>(
      `SELECT id, note FROM annotation WHERE deleted_at IS NULL AND instr(note, ?) > 0
       ORDER BY created_at, id`,
    )
    .all(SCHEME)
    .flatMap(({ id, note }) => linksOf(note).map(({ address }) => ({ annotationId: id, address })));
  const anchors = new Map(
    [...new Set(links.map(({ address }) => address))].flatMap((address) => {
      const anchor = findLinkAnchor(db, address);
      return anchor === null ? [] : [[address, anchor] as const];
    }),
  );
  const resolutions = await givingWay(resolveAnchors(db, anchors));
  return links.map(({ annotationId, address }) => ({
    annotationId,
    address,
    resolution: resolutions.get(address) ?? { status: 'gone' },
  }));
}

function findLinkAnchor(db: BriefingDb, address: string): Anchor | null {
  const row = db
    .prepare<[string], { readonly anchor: string }>(
      'SELECT anchor FROM link_anchor WHERE address = ?',
    )
    .get(address);
  return row === undefined ? null : anchorSchema.parse(JSON.parse(row.anchor));
}
