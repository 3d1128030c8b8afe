import type { TextRange } from '../domain/place.ts';

/** A stretch of text over which the same spans lie. */
export type Run<Span> = {
  readonly start: number;
  readonly end: number;
  /** The spans that cover the whole run, in the order they were given. */
  readonly spans: readonly Span[];
};

/**
 * Cuts a range into flat runs at every end of every span, so that overlapping marks, leads and hits
 * can be drawn without nesting. The runs cover the range exactly, in order, without gap or overlap.
 *
 * `range` and `spans` use the same coordinate; spans may overlap, reach beyond the range or miss it.
 * Empty spans cover nothing. `cuts` are further offsets at which a run must end (a footnote mark).
 */
export function splitRuns<Span extends TextRange>(
  range: TextRange,
  spans: readonly Span[],
  cuts: readonly number[] = [],
): readonly Run<Span>[] {
  if (range.start === range.end) return [];
  const covering = spans.filter(
    ({ start, end }) => start < end && start < range.end && range.start < end,
  );
  const bounds = new Set([range.start, range.end]);
  for (const cut of [...cuts, ...covering.flatMap(({ start, end }) => [start, end])]) {
    if (cut > range.start && cut < range.end) bounds.add(cut);
  }
  const ordered = [...bounds].sort((one, other) => one - other);

  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? range.end;
    return { start, end, spans: covering.filter((span) => span.start < end && start < span.end) };
  });
}
