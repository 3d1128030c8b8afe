import type { SourceLine } from '../draft.ts';
import { concat } from '../text/mappedText.ts';

/** Lines `from` to `to` (source numbers, both included) read as one: a paragraph that a page cut at a full stop. */
export function joinLines(
  lines: readonly SourceLine[],
  from: number,
  to: number,
): readonly SourceLine[] {
  return lines.flatMap((line): SourceLine[] => {
    if (line.number < from || line.number > to) return [line];
    if (line.number > from) return [];
    const parts = lines.filter((one) => one.number >= from && one.number <= to);
    return [{ number: from, text: concat(parts.map((one) => one.text)) }];
  });
}
