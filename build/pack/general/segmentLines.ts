// The body of a plan, an opinion or an article: headings at their levels, paragraphs made whole, numbered
// items, and the small lines around them.

import type { DraftDetail, DraftSegment, SourceLine } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { isHeading, joinAnnexTitles } from './headingBlocks.ts';
import { isoDate } from './isoDate.ts';
import { joinBroken } from './joinBroken.ts';
import { boldLeads } from './leads.ts';
import { type Block, markdownBlocks } from './markdownBlocks.ts';
import { numberingOf } from './numbering.ts';
import { outlineLevels } from './outlineLevels.ts';
import { addSeriesLeads } from './seriesLeads.ts';

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

/** What a block that is no heading is by its own text; `next` is the block below it. */
export function bodySegment(block: Block, next: Block | undefined): DraftSegment {
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
