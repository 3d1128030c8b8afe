import type { SourceLine } from '../draft.ts';
import type { Correction } from './manifest.ts';

type Reorder = Extract<Correction, { readonly do: 'reorder' }>;

/** Corrected lines, or why the correction does not fit them. */
export type Corrected =
  | { readonly ok: true; readonly lines: readonly SourceLine[] }
  | { readonly ok: false; readonly detail: string };

/**
 * Reads the lines of a correction's ranges in the order it gives. The ranges must cover one stretch of
 * the source without gap or overlap, so the result is a permutation of the lines.
 */
export function reorderLines(lines: readonly SourceLine[], correction: Reorder): Corrected {
  const sorted = [...correction.ranges].sort(([one], [other]) => one - other);
  const first = sorted[0]?.[0] ?? 1;
  let next = first;
  for (const [from, to] of sorted) {
    if (from !== next || to < from) {
      return { ok: false, detail: `lines ${String(from)} to ${String(to)} leave a gap or overlap` };
    }
    next = to + 1;
  }
  if (lines[first - 1]?.number !== first || lines[next - 2]?.number !== next - 1) {
    return {
      ok: false,
      detail: `lines ${String(first)} to ${String(next - 1)} do not stand there`,
    };
  }
  const moved = correction.ranges.flatMap(([from, to]) => lines.slice(from - 1, to));
  return { ok: true, lines: [...lines.slice(0, first - 1), ...moved, ...lines.slice(next - 1)] };
}
