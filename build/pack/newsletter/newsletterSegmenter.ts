// A newsletter: one issue with a head, one piece, and the editors' colophon.

import type { DraftDocument, DraftSegment, Segmenter, SourceLine } from '../draft.ts';
import { type Block, markdownBlocks } from '../general/markdownBlocks.ts';
import { numberingOf } from '../general/numbering.ts';
import { segmentLines } from '../general/segmentLines.ts';
import { titleText } from '../general/titleText.ts';
import { settleGapped } from '../join/settleGapped.ts';
import { cut } from '../text/cut.ts';
import { type Ledger, openLedger } from '../text/ledger.ts';
import { newsletterHead } from './newsletterHead.ts';

const RULE = /^\s*(?:[-*_—]\s*){3,}$/u;
const COLOPHON =
  /(?:编委会|主\s*编|编\s*辑|责\s*编|地\s*址|邮\s*编|电\s*话|传\s*真|校\s*对|印\s*数)\s*[：:]|^(?:报|送|发|抄送|抄报|主办|承办|印发)\s*[：:]/u;
const TITLE_UNITS = 60;

export const newsletterSegmenter: Segmenter = {
  name: 'newsletter',
  recognises: (lines) => newsletterHead(markdownBlocks(lines, openLedger())) !== null,
  segment: ({ lines, ledger }) => [newsletter(lines, ledger)],
};

function newsletter(all: readonly SourceLine[], ledger: Ledger): DraftDocument {
  const lines = withoutRules(all, ledger);
  const blocks = markdownBlocks(lines, openLedger());
  const head = newsletterHead(blocks);
  const headEnd = head?.taken ?? 0;
  const titleEnd = headEnd + titleBlocks(blocks.slice(headEnd));
  const isEditors = (line: SourceLine): boolean => COLOPHON.test(line.text.text);
  const bodyEnd = lines.findLastIndex((line) => !isEditors(line)) + 1;
  const title = titleText(markdownBlocks(lines.slice(headEnd, titleEnd), ledger).map(textOf));
  const hasTitle = title.text !== '';
  const segments: readonly DraftSegment[] = [
    ...(newsletterHead(markdownBlocks(lines.slice(0, headEnd), ledger))?.segments ?? []),
    ...(hasTitle ? [{ kind: 'heading', level: 1, text: title } as const] : []),
    ...segmentLines(lines.slice(titleEnd, bodyEnd), ledger, hasTitle ? 2 : 1),
    ...lines.slice(bodyEnd).map((line) => colophon(line, ledger)),
  ];
  return {
    role: 'document',
    title: hasTitle ? title.text : null,
    ...(head?.issuer && { issuer: head.issuer }),
    ...(head?.date && { date: head.date }),
    segments,
  };
}

/** Filled lines only, so that a line is a block. */
function withoutRules(lines: readonly SourceLine[], ledger: Ledger): readonly SourceLine[] {
  return lines.flatMap((line) => {
    if (line.text.text.trim() === '') return [];
    return RULE.test(line.text.text) ? (cut(line.text, /\S+/gu, 'rule', ledger), []) : [line];
  });
}

/** The heading lines below the head; or the first line, where it is no sentence. */
function titleBlocks(blocks: readonly Block[]): number {
  const isTitle = (block: Block): boolean =>
    block.text.text.length <= TITLE_UNITS &&
    !/[。；，]$/u.test(block.text.text) &&
    numberingOf(block.text.text) === null;
  const end = blocks.findIndex((block) => block.hashes === 0 || !isTitle(block));
  if (end > 0) return end;
  const [first] = blocks;
  return first !== undefined && isTitle(first) ? 1 : 0;
}

function colophon(line: SourceLine, ledger: Ledger): DraftSegment {
  const text = cut(line.text, /^\s*#+|\*\*/gu, 'emphasis_markup', ledger);
  return { kind: 'colophon', text: settleGapped(text) };
}

function textOf(block: Block): Block['text'] {
  return block.text;
}
