import type { SourceLine } from '../draft.ts';
import { concat } from '../text/mappedText.ts';
import type { Corrected } from './reorderLines.ts';

/** Lines `from` to `to` (source numbers, both included) read as one: a paragraph that a page cut at a full stop. */
export function joinLines(lines: readonly SourceLine[], from: number, to: number): Corrected {
  const start = lines.findIndex((line) => line.number === from);
  const parts = lines.slice(start, start + to - from + 1);
  if (start === -1 || from >= to || parts.at(-1)?.number !== to) {
    return { ok: false, detail: `lines ${String(from)} to ${String(to)} do not stand together` };
  }
  const joined = { number: from, text: concat(parts.map((line) => line.text)) };
  return {
    ok: true,
    lines: [...lines.slice(0, start), joined, ...lines.slice(start + parts.length)],
  };
}
