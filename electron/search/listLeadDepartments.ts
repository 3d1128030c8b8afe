// The lead departments that the tasks of a pack name, for the filter and the facet.

import { segmentKinds } from '../../shared/domain/segment.ts';
import type { SearchedPack } from './findSegments.ts';

/** Names by segment, of the segments before `next`. */
type Known = { readonly names: Map<number, readonly string[]>; next: number };

const known = new WeakMap<SearchedPack, Known>();
const noNames: readonly string[] = [];
const taskCode = segmentKinds.indexOf('task');
const SEGMENTS_A_STEP = 4_096;
const TASKS_A_STEP = 32;

/**
 * Reads them once a pack, before they are asked for below. Yields where the work may pause; whoever gives
 * up leaves the rest to the next one.
 */
export function* readLeadDepartments(pack: SearchedPack): Generator<void> {
  const { segments, text } = pack;
  const read = known.get(pack) ?? { names: new Map(), next: 0 };
  known.set(pack, read);
  while (read.next < segments.segmentCount) {
    const segment = read.next;
    read.next += 1;
    const isTask = segments.kindCodeOf(segment) === taskCode;
    if (isTask) {
      const document = text.textOf(segments.documentOf(segment));
      const ranges = text.detailOf(segment).leadDepartments ?? [];
      read.names.set(
        segment,
        ranges.map(({ start, end }) => document.slice(start, end)),
      );
    }
    if (segment % SEGMENTS_A_STEP === 0 || (isTask && read.names.size % TASKS_A_STEP === 0)) yield;
  }
}

/** The lead departments of one segment; none unless it is a task that names them. */
export function leadDepartmentsOf(pack: SearchedPack, segment: number): readonly string[] {
  return known.get(pack)?.names.get(segment) ?? noNames;
}

/** Every lead department of the pack, once. */
export function listLeadDepartments(pack: SearchedPack): readonly string[] {
  return [...new Set([...(known.get(pack)?.names.values() ?? [])].flat())];
}
