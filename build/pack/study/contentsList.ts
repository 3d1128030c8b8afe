// A contents list in front of several documents: "一、苏州市委人才工作会议召开 ..... 77".
// Its entries are the titles of the documents that follow, so the source is cut where those stand.

import type { SourceLine } from '../draft.ts';

type ContentsEntry = {
  /** The entry's lines as a half-open range of indexes into the source's lines. */
  readonly lines: { readonly start: number; readonly end: number };
  /** 一 */
  readonly number: string;
  /** The title with its status, without number, leaders and page. */
  readonly title: string;
};

export type TitledPart = {
  readonly entry: ContentsEntry;
  /** The lines of the printed title, as a half-open range of indexes. */
  readonly titleLines: { readonly start: number; readonly end: number };
  /** One past the last line of the part. */
  readonly end: number;
};

const ENTRY =
  /^\s*(?<number>[一二三四五六七八九十]+|\d+)[、.．]\s*(?<title>\S.*?)\s*(?:[.．…·]{2,}|\s{2,})\s*\d+\s*$/u;
const TITLE_LINES = 3;

/** A title as it is compared: without white space and markup, with one width of brackets. */
function comparable(title: string): string {
  return title
    .replace(/^[#\s]+|\*\*|\s+/gu, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
}

/** The numbered entries with leaders and page numbers, in the order of the source. */
export function contentsEntries(lines: readonly SourceLine[]): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const { number, title } = ENTRY.exec(line.text.text)?.groups ?? {};
    if (number === undefined || title === undefined) continue;
    entries.push({ lines: { start: index, end: index + 1 }, number, title });
  }
  return entries;
}

/** Where a title is printed at or behind `from`, on one to three lines that hold nothing else. */
function findTitle(
  lines: readonly SourceLine[],
  title: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const wanted = comparable(title);
  for (let start = from; start < lines.length; start += 1) {
    let read = '';
    let taken = 0;
    for (let at = start; at < lines.length && taken < TITLE_LINES; at += 1) {
      const text = comparable(lines[at]?.text.text ?? '');
      if (text === '') {
        if (taken === 0) break;
        continue;
      }
      read += text;
      taken += 1;
      if (read === wanted) return { start, end: at + 1 };
      if (!wanted.startsWith(read)) break;
    }
  }
  return null;
}

/**
 * The documents that a contents list announces: those of its titles that are printed again behind it,
 * without their number. A book's chapters keep their numbers in the text and are no documents.
 */
export function titledParts(lines: readonly SourceLine[]): readonly TitledPart[] {
  const entries = contentsEntries(lines);
  const found: { entry: ContentsEntry; titleLines: { start: number; end: number } }[] = [];
  let from = entries.at(-1)?.lines.end ?? lines.length;
  for (const entry of entries) {
    const titleLines = findTitle(lines, entry.title, from);
    if (titleLines === null) continue;
    found.push({ entry, titleLines });
    from = titleLines.end;
  }
  return found.map((part, index) => ({
    ...part,
    end: found[index + 1]?.titleLines.start ?? lines.length,
  }));
}
