import type { Section } from '../../shared/domain/document.ts';
import type { SectionKey } from '../../shared/domain/ids.ts';

/**
 * How many offsets lie in each section, what lies below it included; a section with none is left out.
 * The offsets are sorted once, so that a law code with thousands of marks costs no more than its parts.
 */
export function countBySection(
  sections: readonly Pick<Section, 'key' | 'start' | 'end'>[],
  offsets: readonly number[],
): ReadonlyMap<SectionKey, number> {
  const sorted = Float64Array.from(offsets).sort();
  return new Map(
    sections.flatMap(({ key, start, end }) => {
      const count = countBelow(sorted, end) - countBelow(sorted, start);
      return count > 0 ? [[key, count] as const] : [];
    }),
  );
}

/** How many of ascending numbers lie below a limit, by bisection. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
