import { useRef, useState } from 'react';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import type { SegmentRow } from '../../shared/ipc/searching.ts';
import { useSettings } from '../app/useSettings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { useCall } from '../app/useYandu.ts';
import { paneOf, type Side } from '../app/workspace.ts';
import type { Finding, FindingStore } from './searchContext.ts';
import { noFilters } from './searchContext.ts';

type Sought = Pick<Finding, 'text' | 'filters'>;

const nothingSought: Finding = { text: '', filters: noFilters, isCut: false, isPending: false };

/** What is sought in the open documents: marks its hits, and goes to the one meant. */
export function useFinding(): FindingStore {
  const { dispatch, read } = useWorkspaceStore();
  const { fuzzyPinyin } = useSettings();
  const call = useCall();
  const [finding, setFinding] = useState<Finding | null>(null);
  const newestFinding = useRef(0);
  /** Where the text stood when one began to type. */
  const beginning = useRef(0);
  /** What the marks of each pane are of: the document and what was sought in it. */
  const soughtIn = useRef<Partial<Record<Side, string>>>({});

  async function listHits(documentId: DocumentId, { text: query, filters }: Sought) {
    const found = await call('listHitRanges', { query, filters, fuzzyPinyin, documentId });
    return found.ok
      ? { hits: pairRanges(found.value.offsets), isCut: found.value.isCut }
      : { hits: [], isCut: false };
  }

  async function findRow(row: SegmentRow, side: Side, sought: Sought): Promise<void> {
    newestFinding.current += 1;
    const own = newestFinding.current;
    const { documentId, start, end } = row;
    const { hits, isCut } = await listHits(documentId, sought);
    if (own !== newestFinding.current) return;
    const current = hits.findIndex((hit) => hit.start === start);
    if (current < 0) {
      dispatch({ kind: 'go', place: { documentId, start, end }, side });
      return;
    }
    soughtIn.current[side] = JSON.stringify([documentId, sought]);
    setFinding({ ...sought, isCut, isPending: false });
    dispatch({ kind: 'showHits', documentId, hits, current, goes: true, side });
  }

  async function findIn(side: Side, documentId: DocumentId, next: string): Promise<void> {
    // What is typed on is looked for from where one began, not from where the first letters led.
    if (finding === null || finding.text.trim() === '') {
      beginning.current = paneOf(read(), side)?.offset ?? 0;
    }
    const filters = finding?.text === next ? finding.filters : noFilters;
    await markHits(side, documentId, { text: next, filters }, true);
  }

  async function findOn(side: Side, documentId: DocumentId): Promise<void> {
    if (finding === null || finding.text.trim() === '') return;
    const { text, filters } = finding;
    if (soughtIn.current[side] === JSON.stringify([documentId, { text, filters }])) return;
    beginning.current = paneOf(read(), side)?.offset ?? 0;
    await markHits(side, documentId, { text, filters }, false);
  }

  async function markHits(
    side: Side,
    documentId: DocumentId,
    sought: Sought,
    goes: boolean,
  ): Promise<void> {
    newestFinding.current += 1;
    const own = newestFinding.current;
    soughtIn.current[side] = JSON.stringify([documentId, sought]);
    if (sought.text.trim() === '') {
      setFinding({ ...sought, isCut: false, isPending: false });
      dispatch({ kind: 'clearHits' });
      return;
    }
    setFinding({ ...sought, isCut: false, isPending: true });
    const { hits, isCut } = await listHits(documentId, sought);
    // Answers may come out of order: only the newest counts.
    if (own !== newestFinding.current) return;
    const following = hits.findIndex(({ start }) => start >= beginning.current);
    const current = hits.length === 0 ? null : Math.max(0, following);
    setFinding({ ...sought, isCut, isPending: false });
    dispatch({ kind: 'showHits', documentId, hits, current, goes, side });
  }

  return {
    finding,
    findIn: (side, documentId, next) => void findIn(side, documentId, next),
    findOn: (side, documentId) => void findOn(side, documentId),
    findRow: (row, side, sought) => void findRow(row, side, sought),
    openFinding: () => {
      setFinding((current) => current ?? nothingSought);
    },
    closeFinding: () => {
      newestFinding.current += 1;
      soughtIn.current = {};
      setFinding(null);
      const { main, beside } = read();
      if (main.hits.length > 0 || beside !== null) {
        dispatch({ kind: 'clearHits' });
      }
    },
  };
}

/** Start and end by turns, as ranges. */
function pairRanges(offsets: readonly number[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    ranges.push({ start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 });
  }
  return ranges;
}
