import type { SearchPage } from '../../shared/ipc/searching.ts';

type Listed = Pick<SearchPage, 'groups' | 'rowCount' | 'notes' | 'noteRowCount'>;

/** Segments and notes that a page leaves out. Rows do not tell: a table has one for each of its rows with a hit. */
export function countUnlisted({ groups, rowCount, notes, noteRowCount }: Listed): number {
  const listed = new Set(groups.flatMap(({ rows }) => rows.map(({ segmentId }) => segmentId)));
  return rowCount - listed.size + noteRowCount - notes.length;
}
