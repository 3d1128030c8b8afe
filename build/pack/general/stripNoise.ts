// Lines without what is no content in any document: marks of the program that exported them, pictures that
// were left behind, rules, page numbers. A stripped line stays, empty, so that places stay true.

import type { SourceLine } from '../draft.ts';
import { cut } from '../text/cut.ts';
import type { Ledger, RemovalReason } from '../text/ledger.ts';
import { type MappedText, slice } from '../text/mappedText.ts';

// Bounded, so that a text full of openings takes no quadratic time.
const inline: readonly (readonly [RegExp, RemovalReason])[] = [
  [/\[bookmark: [^\]]{0,400}\]/gu, 'bookmark'],
  [/<!--.{0,400}?-->/gu, 'comment'],
  [/!\[[^\]]{0,400}\]\([^)]{0,400}\)|\[image:[^\]]{0,400}\]/gu, 'image_placeholder'],
  [/\ufffd/gu, 'replacement_character'],
  [
    /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\u202a-\u202e]/gu,
    'control_character',
  ],
  [/^\s*(?:[-*_=]\s*){3,}$|^\s*—{3,}\s*$/gu, 'rule'],
];

const PICTURE_OPENS = /\[image:[^\]]*$/u;
/** The end of a picture's description whose beginning was lost. */
const PICTURE_CLOSES = /^[^[\]]{0,40}已自动生成\]/u;
const PICTURE_LINES = 6;
/** Of a trimmed line: two stretches of blanks side by side would take quadratic time on a line of nothing else. */
const PAGE_NUMBER = /^[-—–·]?\s*\d{1,4}\s*[-—–·]?$/u;
const METADATA = /^\s*[\w-]+:\s/u;

/** `isTable(index)`: a number alone on a line of a table is a cell. */
export function stripNoise(
  lines: readonly SourceLine[],
  ledger: Ledger,
  isTable: (index: number) => boolean,
): readonly SourceLine[] {
  const bare = stripPictures(stripMetadata(stripByteOrderMark(lines, ledger), ledger), ledger);
  const clean = bare.map((line) => ({
    ...line,
    text: inline.reduce((text, [pattern, why]) => cut(text, pattern, why, ledger), line.text),
  }));
  return clean.map((line, index) => {
    if (isTable(index) || !isPageNumber(clean, index)) return line;
    return { ...line, text: cut(line.text, /\S+/gu, 'page_number', ledger) };
  });
}

function stripByteOrderMark(lines: readonly SourceLine[], ledger: Ledger): readonly SourceLine[] {
  return lines.map((line, index) =>
    index === 0 ? { ...line, text: cut(line.text, /^\ufeff/gu, 'byte_order_mark', ledger) } : line,
  );
}

/** A block of `key: value` between two rules at the very beginning. */
function stripMetadata(lines: readonly SourceLine[], ledger: Ledger): readonly SourceLine[] {
  const isRule = (line: SourceLine): boolean => line.text.text.trimEnd() === '---';
  if (lines[0] === undefined || !isRule(lines[0])) return lines;
  const end = lines.findIndex((line, index) => index > 0 && isRule(line));
  if (end < 1 || !lines.slice(1, end).every((line) => METADATA.test(line.text.text))) return lines;
  return lines.map((line, index) =>
    index <= end ? { ...line, text: cut(line.text, /\S+/gu, 'metadata', ledger) } : line,
  );
}

/** Descriptions of pictures run over several lines. */
function stripPictures(lines: readonly SourceLine[], ledger: Ledger): readonly SourceLine[] {
  const taken = new Map<number, { from: number; to: number }>();
  for (const [index, { text }] of lines.entries()) {
    const opening = PICTURE_OPENS.exec(text.text);
    const rest = lines.slice(index + 1, index + PICTURE_LINES);
    const closing = rest.findIndex((line) => line.text.text.includes(']'));
    if (opening !== null && closing >= 0) {
      taken.set(index, { from: opening.index, to: text.text.length });
      for (let below = 0; below <= closing; below += 1) {
        const piece = rest[below]?.text.text ?? '';
        const to = below === closing ? piece.indexOf(']') + 1 : piece.length;
        taken.set(index + 1 + below, { from: 0, to });
      }
    }
    const leftOver = taken.has(index) ? null : PICTURE_CLOSES.exec(text.text);
    if (leftOver !== null) taken.set(index, { from: 0, to: leftOver[0].length });
  }
  return lines.map((line, index) => {
    const range = taken.get(index);
    return range === undefined ? line : { ...line, text: without(line.text, range, ledger) };
  });
}

function without(
  text: MappedText,
  { from, to }: { readonly from: number; readonly to: number },
  ledger: Ledger,
): MappedText {
  cut(slice(text, from, to), /\S+/gu, 'image_placeholder', ledger);
  return from === 0 ? slice(text, to) : slice(text, 0, from);
}

/** Alone on its line, and not one of several short lines that could be cells. */
function isPageNumber(lines: readonly SourceLine[], index: number): boolean {
  if (!PAGE_NUMBER.test((lines[index]?.text.text ?? '').trim())) return false;
  const above = nearestFilled(lines, index, -1);
  const below = nearestFilled(lines, index, 1);
  return ![above, below].every(isCellLike) && !PAGE_NUMBER.test(above) && !PAGE_NUMBER.test(below);
}

function nearestFilled(lines: readonly SourceLine[], index: number, step: 1 | -1): string {
  for (let at = index + step; ; at += step) {
    const line = lines[at];
    if (line === undefined) return '';
    const text = line.text.text.trim();
    if (text !== '') return text;
  }
}

function isCellLike(text: string): boolean {
  return text.length > 0 && text.length <= 8 && !/[。；，：]$/u.test(text);
}
