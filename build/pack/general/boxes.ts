// 专栏: a numbered title, and the lines right below it up to the next empty one.

import type { DraftSegment, SourceLine } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { type Block, markdownBlocks } from './markdownBlocks.ts';

const TITLE = /^[\s#*]*专栏\s*(?<number>\d+|[一二三四五六七八九十]+)/u;
const TITLE_UNITS = 50;
const LEAD = /^[^\p{P}\s]{2,16}：(?=.)/u;

type Part =
  | { readonly kind: 'prose'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'box'; readonly segments: readonly DraftSegment[] };

/** Lines in order, boxes cut out; groups count from `firstGroup + 1`. */
export function takeBoxes(
  lines: readonly SourceLine[],
  ledger: Ledger,
  firstGroup: number,
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let group = firstGroup;
  for (const [start, line] of lines.entries()) {
    if (start < from || !isBoxTitle(line)) continue;
    const length = lines.slice(start).findIndex(({ text }) => text.text.trim() === '');
    const end = length === -1 ? lines.length : start + length;
    group += 1;
    parts.push({ kind: 'prose', lines: lines.slice(from, start) });
    parts.push({ kind: 'box', segments: boxSegments(lines.slice(start, end), ledger, group) });
    from = end;
  }
  parts.push({ kind: 'prose', lines: lines.slice(from) });
  return parts;
}

function isBoxTitle({ text }: SourceLine): boolean {
  return (
    TITLE.test(text.text) && text.text.length <= TITLE_UNITS && !/[。；，]\s*$/u.test(text.text)
  );
}

function boxSegments(
  lines: readonly SourceLine[],
  ledger: Ledger,
  group: number,
): readonly DraftSegment[] {
  const [title, ...body] = markdownBlocks(lines, ledger);
  if (title === undefined) return [];
  return [titleSegment(title, group), ...body.map((block) => bodyOfBox(block, group))];
}

function titleSegment({ text }: Block, group: number): DraftSegment {
  const match = TITLE.exec(text.text);
  const number = match?.groups?.['number'];
  const behind = match?.[0].length ?? 0;
  const start = text.text.length - text.text.slice(behind).replace(/^[\s：:]+/u, '').length;
  return {
    kind: 'callout_title',
    text,
    detail: {
      group,
      ...(number !== undefined && { number }),
      ...(start < text.text.length && { title: { start, end: text.text.length } }),
    },
  };
}

function bodyOfBox({ text }: Block, group: number): DraftSegment {
  const lead = LEAD.exec(text.text)?.[0].length;
  const leads = lead === undefined ? {} : { leads: [{ start: 0, end: lead }] };
  return { kind: 'callout', text, detail: { group, ...leads } };
}
