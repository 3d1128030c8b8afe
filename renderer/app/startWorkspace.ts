import type { Document } from '../../shared/domain/document.ts';
import type { ReadingPlace } from '../../shared/ipc/reading.ts';
import { emptyWorkspace, reduceWorkspace, type Workspace } from './workspace.ts';

/** Opens where the reader stopped last; the first time, at the first document that is not front matter. */
export function startWorkspace(
  documents: readonly Document[],
  places: readonly ReadingPlace[],
  isFirstStart: boolean,
): Workspace {
  const [last] = places;
  const first = documents.find((document) => document.role === 'document') ?? documents[0];
  const documentId = last?.documentId ?? first?.id;
  const opened =
    documentId === undefined
      ? emptyWorkspace
      : reduceWorkspace(emptyWorkspace, {
          kind: 'openDocument',
          documentId,
          offset: last?.offset ?? 0,
        });
  return { ...opened, dialog: isFirstStart ? 'welcome' : null };
}
