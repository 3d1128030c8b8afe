import type { Segment } from '../../shared/domain/segment.ts';

/** The departments a task names, leading and participating. */
export function departmentsOf({ detail }: Segment, text: string): readonly string[] {
  return [...(detail.leadDepartments ?? []), ...(detail.participatingDepartments ?? [])].map(
    ({ start, end }) => text.slice(start, end),
  );
}

export type DepartmentCount = { readonly name: string; readonly count: number };

/** Every department of a document's tasks with the number of tasks that name it, the busiest first. */
export function countDepartments(
  segments: readonly Segment[],
  text: string,
): readonly DepartmentCount[] {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    for (const name of new Set(departmentsOf(segment, text))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'zh'));
}
