// What a line of a document is when it is no part of a paragraph: heading, date, caption, contents entry.

import type { DraftSegment } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { slice, trim } from '../text/mappedText.ts';
import { isHeading } from './headingBlocks.ts';
import type { Block } from './markdownBlocks.ts';
import { numberingOf } from './numbering.ts';
import { bodySegment } from './segmentLines.ts';

/** Headings that bear no number. */
const PLAIN_HEADING =
  /^(?:序言|前言|引言|导言|绪论|总则|附则|结语|结束语|后记|附[件录表]\s*[\d一二三四五六七八九十]*)$/u;
const CAPTION = /^图\s*\d+(?:[-—.．]\d+)*[\s：:](?!.*[。；]$).{1,60}$/u;
/** 2018年4月27日 第十三届全国人民代表大会常务委员会第二次会议通过 */
const DATE =
  /^[（(]?(?:[\d０-９]{4}|[一二][〇○零一二三四五六七八九]{3})年[\d０-９一二三四五六七八九十]{1,2}月[\d０-９一二三四五六七八九十]{1,3}日/u;
const DATED_UNITS = 120;
/** What a line under a title says of its date. */
const ENACTED = /(?:通过|公布|发布|施行|实施|修正|修订|批准|印发|颁布)[）)]?$/u;
const ENTRY_UNITS = 200;
const LEADERS = /\s*(?:[.．·•…⋯]\s*){4,}(?<page>\d{1,4})\s*$/u;
const TITLE_UNITS = 80;
const TITLE_LINE_UNITS = 40;
const KIND_OF_DOCUMENT =
  /(?:意见|办法|规定|方案|纲要|规划|计划|通知|决定|条例|细则|报告|建议|要点|公告|批复|讲话|措施)(?:（[^）]{2,6}）)?$/u;
/** （征求意见稿） and 苏府〔2021〕5号 stand under a title. */
const STATUS =
  /^[（(](?:征求意见稿|送审稿|讨论稿|审议稿|报批稿|草案|试行|暂行|初稿|内部资料)[）)]$/u;
const DOCUMENT_NUMBER =
  /^[\p{Script=Han}\s]{1,12}[〔［[（(]\d{4}[〕］\])）]\s*(?:第\s*)?\d+\s*号$/u;

/** A heading of the body, or one of the few words that are headings without a number. */
export function isBodyHeading(block: Block): boolean {
  if (isDated(block) || leadersOf(block.text.text) !== null) return false;
  return isHeading(block) || PLAIN_HEADING.test(block.text.text);
}

/** True for lines that are never joined with the line above or below. */
export function isLineOfItsOwn(block: Block): boolean {
  const text = block.text.text;
  return isBodyHeading(block) || isDated(block) || CAPTION.test(text) || leadersOf(text) !== null;
}

/** The first block of a document is its title when it looks like none of the body. */
function isTitle(block: Block, next: unknown): boolean {
  const text = block.text.text;
  if (next === undefined || text.length > TITLE_UNITS || /[。；，：:、]$/u.test(text)) return false;
  if (block.hashes === 1) return true;
  return numberingOf(text) === null && !PLAIN_HEADING.test(text) && !isDated(block);
}

/** How many of the first blocks print the title: lines of one that names its kind of document on the last. */
export function titleLength(blocks: readonly Block[]): number {
  const [first, ...others] = blocks;
  if (first === undefined || !isTitle(first, others[0])) return 0;
  if (KIND_OF_DOCUMENT.test(first.text.text)) return 1;
  const lines = others.findIndex((block) => KIND_OF_DOCUMENT.test(block.text.text)) + 2;
  const isSpread =
    lines > 1 && blocks.slice(1, lines).every((block) => continuesTitle(block, first));
  return isSpread ? lines : 1;
}

function continuesTitle(block: Block, first: Block): boolean {
  const { text } = block.text;
  return (
    block.hashes === first.hashes &&
    text.length <= TITLE_LINE_UNITS &&
    numberingOf(text) === null &&
    !/[。；，：:、]$/u.test(text) &&
    !isDated(block)
  );
}

/** The segment of a block that is no heading. */
export function lineSegment(block: Block, next: Block | undefined, ledger: Ledger): DraftSegment {
  const { text } = block;
  if (isDated(block)) return { kind: 'dateline', text };
  if (CAPTION.test(text.text)) return { kind: 'caption', text };
  if (STATUS.test(text.text)) return { kind: 'subtitle', text };
  if (DOCUMENT_NUMBER.test(text.text)) return { kind: 'label', text };
  const leaders = leadersOf(text.text);
  if (leaders === null) return bodySegment(block, next);
  const page = text.text.lastIndexOf(leaders.groups?.['page'] ?? '');
  ledger.remove(trim(slice(text, leaders.index, page)), 'dot_leaders');
  ledger.remove(slice(text, page), 'page_number');
  return { kind: 'toc_entry', text: slice(text, 0, leaders.index) };
}

/** The dots and the page number that end a contents entry. */
function leadersOf(text: string): RegExpExecArray | null {
  return text.length > ENTRY_UNITS ? null : LEADERS.exec(text);
}

function isDated({ text: { text } }: Block): boolean {
  if (!DATE.test(text) || text.length > DATED_UNITS) return false;
  return ENACTED.test(text) || !/[，。；：,]/u.test(text);
}
