import type { SearchedPack } from './findSegments.ts';

const known = new WeakMap<SearchedPack, ReadonlyMap<number, readonly string[]>>();

/** Names of the lead departments of each task, by segment; read once a pack, since tasks are few. */
function readTasks(pack: SearchedPack): ReadonlyMap<number, readonly string[]> {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const names = new Map<number, readonly string[]>();
  const { segments, text } = pack;
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    if (segments.kindOf(segment) !== 'task') continue;
    const document = text.textOf(segments.documentOf(segment));
    const ranges = text.detailOf(segment).leadDepartments ?? [];
    names.set(
      segment,
      ranges.map(({ start, end }) => document.slice(start, end)),
    );
  }
  known.set(pack, names);
  return names;
}

/** The lead departments of one segment; none unless it is a task that names them. */
export function leadDepartmentsOf(pack: SearchedPack, segment: number): readonly string[] {
  return readTasks(pack).get(segment) ?? [];
}

/** Every lead department of the pack, once. */
export function listLeadDepartments(pack: SearchedPack): readonly string[] {
  return [...new Set([...readTasks(pack).values()].flat())];
}
