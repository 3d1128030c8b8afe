import { failure, ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import { panesSchema, type readingChannels } from '../../shared/ipc/reading.ts';
import { sourceLines } from '../../shared/text/sourceLines.ts';
import {
  findDocumentContent,
  findSegmentPlace,
  listDocuments,
  listSections,
} from '../db/reading.ts';
import { hasDocument } from '../db/own/edition.ts';
import { listReadingPlaces, putReadingPlace } from '../db/own/readingPlace.ts';
import { findSetting, PANES_KEY, putSetting } from '../db/briefing/setting.ts';
import { findSource, listOrigins, listRemovals } from '../db/sourcePassage.ts';
import type { FeatureDeps } from './featureDeps.ts';

/** Reading: the library, one document, its source, and where the reader was. */
export function createReadingHandlers({ db, now }: FeatureDeps): Handlers<typeof readingChannels> {
  return {
    listDocuments: () => ok(listDocuments(db)),

    getDocument: ({ documentId }) => {
      const content = findDocumentContent(db, documentId);
      return content ? ok(content) : failure('document_missing');
    },

    listSections: ({ documentIds }) => ok(documentIds.flatMap((id) => listSections(db, id))),

    findSegmentPlace: ({ segmentId }) => ok(findSegmentPlace(db, segmentId)),

    getSourceLines: ({ place }) => {
      const source = findSource(db, place);
      if (!source) return failure('document_missing');
      const origins = listOrigins(db, place);
      if (origins.length === 0) return ok({ sourceName: source.fileName, lines: [] });
      // Pieces may stand in another order in the source; everything between the outermost is shown.
      const start = Math.min(...origins.map((origin) => origin.sourceStart));
      const end = Math.max(...origins.map((origin) => origin.sourceStart + origin.length));
      const removals = listRemovals(db, source.id, { start, end }).map((removal) => ({
        start: removal.sourceStart,
        end: removal.sourceStart + removal.length,
        reason: removal.reason,
      }));
      return ok({
        sourceName: source.fileName,
        lines: sourceLines(source.text, { start, end }, removals),
      });
    },

    listReadingPlaces: () => ok(listReadingPlaces(db)),

    getPanes: () => {
      const panes = panesSchema.safeParse(findSetting(db, PANES_KEY));
      return ok(panes.success ? panes.data : null);
    },

    savePanes: (panes) => {
      putSetting(db, PANES_KEY, panes);
      return ok(null);
    },

    saveReadingPlace: (place) => {
      if (!hasDocument(db, place.documentId)) return failure('document_missing');
      db.transaction(() => {
        putReadingPlace(db, place, now());
      })();
      return ok(null);
    },
  };
}
