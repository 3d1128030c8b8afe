// Footnotes as Word exports them: the mark `[footnoteRef:1]` stands inside a word, the note
// ` [1:  即……] ` behind its paragraph, sometimes over several lines.

import type { SourceLine } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { concat, type MappedText, slice } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';

export type Footnote = {
  readonly marker: string;
  /** The source unit before which the mark stood. */
  readonly markedAt: number;
  readonly text: MappedText;
};

const MARKUP = /\[footnoteRef:(?<mark>\d+)\]|\[(?<note>\d+):/u;

/** Takes marks and notes out of the lines; a mark without a note is taken out as well. */
export function takeFootnotes(
  lines: readonly SourceLine[],
  ledger: Ledger,
): { readonly lines: readonly SourceLine[]; readonly footnotes: readonly Footnote[] } {
  const marks = new Map<string, number>();
  const footnotes: Footnote[] = [];
  let open: { marker: string; pieces: MappedText[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { marker, pieces } = open;
    footnotes.push({ marker, markedAt: marks.get(marker) ?? 0, text: settleSpace(concat(pieces)) });
    open = null;
  };
  const rest = lines.map((line): SourceLine => {
    const kept: MappedText[] = [];
    let text = line.text;
    while (text.text !== '') {
      if (open !== null) {
        const end = text.text.indexOf(']');
        open.pieces.push(end === -1 ? text : slice(text, 0, end));
        if (end === -1) break;
        ledger.remove(slice(text, end, end + 1), 'footnote_markup');
        text = slice(text, end + 1);
        close();
        continue;
      }
      const found = MARKUP.exec(text.text);
      const { mark, note } = found?.groups ?? {};
      if (found === null || (note !== undefined && !marks.has(note))) {
        kept.push(text);
        break;
      }
      const markup = slice(text, found.index, found.index + found[0].length);
      kept.push(slice(text, 0, found.index));
      ledger.remove(markup, 'footnote_markup');
      if (mark !== undefined) marks.set(mark, markup.origins[0]?.source ?? 0);
      if (note !== undefined) open = { marker: note, pieces: [] };
      text = slice(text, found.index + found[0].length);
    }
    return { ...line, text: concat(kept) };
  });
  close();
  return { lines: rest, footnotes };
}
