import type { Document } from '../../shared/domain/document.ts';
import type { Panes } from '../../shared/ipc/reading.ts';
import { emptyWorkspace, reduceWorkspace, type Side, type Workspace } from './workspace.ts';

/**
 * Opens what was on screen last, one text or two; the first time (or where the pack has that document no
 * more) the first document that is not front matter.
 */
export function startWorkspace(
  documents: readonly Document[],
  panes: Panes | null,
  isFirstStart: boolean,
): Workspace {
  const known = (pane: Panes['main'] | null | undefined): Panes['main'] | null =>
    pane && documents.some(({ id }) => id === pane.documentId) ? pane : null;
  const first = documents.find((document) => document.role === 'document') ?? documents[0];
  const main = known(panes?.main) ?? (first ? { documentId: first.id, offset: 0 } : null);
  const beside = known(panes?.beside);
  const open = (state: Workspace, side: Side, pane: Panes['main'] | null): Workspace =>
    pane === null ? state : reduceWorkspace(state, { kind: 'openDocument', side, ...pane });
  const opened = open(open(emptyWorkspace, 'main', main), 'beside', beside);
  return { ...opened, active: 'main', dialog: isFirstStart ? 'welcome' : null };
}
