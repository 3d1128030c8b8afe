// The body of a plan, an opinion or an article: headings at their levels, paragraphs made whole, numbered
// items, and the small lines around them.

import type { DraftDetail, DraftSegment, SourceLine } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { concat, made } from '../text/mappedText.ts';
import { isoDate } from './isoDate.ts';
import { joinBroken } from './joinBroken.ts';
import { boldLeads, seriesLeads } from './leads.ts';
import { type Block, markdownBlocks, placeIn } from './markdownBlocks.ts';
import { numberingOf, rankOf } from './numbering.ts';
import { isOrdinalLabel } from './ordinalLabel.ts';
import { outlineLevels } from './outlineLevels.ts';
import { titleText } from './titleText.ts';

const HEADING_UNITS = 60;
const LABEL = /^(?:附件|附录|参考资料|学习资料|目录)[：:]$/u;
const ATTRIBUTION = /^[（(](?:来源|原载|供稿|据)[：:]?.{2,40}[）)]$/u;
/** Who signed: a name without marks, right above the date. */
const SIGNATURE = /^[^\p{P}\d]{3,40}$/u;
const DASH = /^[—－-]{2}/u;

/** Segments of a stretch of lines; `firstLevel` is the level of its highest headings. */
export function segmentLines(
  lines: readonly SourceLine[],
  ledger: Ledger,
  firstLevel: number,
): readonly DraftSegment[] {
  const blocks = joinAnnexTitles(joinBroken(markdownBlocks(lines, ledger), isHeading));
  const headings = blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const followsHeading = before !== undefined && isHeading(before);
    return isHeading(block) ? [{ text: block.text.text, followsHeading }] : [];
  });
  const levels = outlineLevels(headings);
  let seen = 0;
  const segments = blocks.map((block, index): DraftSegment => {
    if (!isHeading(block)) return bodySegment(block, blocks[index + 1]);
    const level = firstLevel - 1 + (levels[seen] ?? 1);
    seen += 1;
    return { kind: 'heading', level, text: block.text };
  });
  return addSeriesLeads(segments);
}

/** A short line without the end of a sentence that is marked as one, numbered above 1. or bold as a whole. */
function isHeading(block: Block): boolean {
  const text = block.text.text;
  if (text.length > HEADING_UNITS || /[。；，：:、]$/u.test(text)) return false;
  if (block.hashes > 0) return true;
  const style = numberingOf(text)?.style;
  if (style !== undefined && rankOf(style) < rankOf('digit')) return !text.includes('。');
  return !/[，。；]/u.test(text) && isAllBold(block);
}

function isAllBold(block: Block): boolean {
  const places = block.bold.map((source) => placeIn(block.text, source));
  return places.some((place) => place?.start === 0 && place.end === block.text.text.length);
}

/** 附件 1 and the unnumbered lines of the title below it are one heading. */
function joinAnnexTitles(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const title: Block[] = [];
    if (isHeading(block) && isOrdinalLabel(block.text.text)) {
      for (let next = blocks[at + 1]; next !== undefined && isTitleLine(next);) {
        title.push(next);
        next = blocks[at + 1 + title.length];
      }
    }
    at += title.length;
    const words = titleText(title.map((line) => line.text));
    joined.push(
      title.length === 0 ? block : { ...block, text: concat([block.text, made(' '), words]) },
    );
  }
  return joined;
}

function isTitleLine(block: Block): boolean {
  return block.hashes > 0 && isHeading(block) && numberingOf(block.text.text) === null;
}

function bodySegment(block: Block, next: Block | undefined): DraftSegment {
  const text = block.text;
  if (isoDate(text.text) !== null) return { kind: 'dateline', text };
  if (ATTRIBUTION.test(text.text)) return { kind: 'byline', text };
  if (LABEL.test(text.text)) return { kind: 'label', text };
  if (SIGNATURE.test(text.text) && isoDate(next?.text.text ?? '') !== null) {
    return { kind: 'issuer', text };
  }
  const leads = boldLeads(block);
  const number = numberingOf(text.text)?.number;
  const detail: DraftDetail = {
    ...(leads.length > 0 && { leads }),
    ...(number !== undefined && { number }),
  };
  const isItem = number !== undefined || DASH.test(text.text);
  return { kind: isItem ? 'list_item' : 'paragraph', text, detail };
}

/** Series of paragraphs under one heading, and the numbered items of the whole stretch. */
function addSeriesLeads(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const leads = new Map<DraftSegment, DraftDetail['leads']>();
  for (const group of seriesOf(segments)) {
    if (group.some((segment) => segment.detail?.leads !== undefined)) continue;
    const found = seriesLeads(group.map((segment) => segment.text.text));
    for (const [index, segment] of group.entries()) {
      const lead = found?.[index];
      if (lead !== undefined) leads.set(segment, [lead]);
    }
  }
  return segments.map((segment) => {
    const found = leads.get(segment);
    return found === undefined
      ? segment
      : { ...segment, detail: { ...segment.detail, leads: found } };
  });
}

function seriesOf(segments: readonly DraftSegment[]): readonly (readonly DraftSegment[])[] {
  const groups: DraftSegment[][] = [[]];
  for (const segment of segments) {
    if (segment.kind === 'heading') groups.push([]);
    if (segment.kind === 'paragraph') groups.at(-1)?.push(segment);
  }
  const items = segments.filter((segment) => segment.detail?.number !== undefined);
  return [...groups, items];
}
