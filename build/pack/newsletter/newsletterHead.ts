// The head of a newsletter: whom it is for, its name, its issue, who issues it and when. All of it stands
// above the title, one statement a line.

import type { DraftSegment } from '../draft.ts';
import { isoDate } from '../general/isoDate.ts';
import type { Block } from '../general/markdownBlocks.ts';
import { concat } from '../text/mappedText.ts';

const ISSUE = /^[（(]?(?:总|\d{4}年)?第\s*[\d一二三四五六七八九十百]+\s*期[）)]?/u;
const LABEL =
  /^(?:内部(?:资料|参考|刊物|文件)|领导(?:参阅|参考)|(?:仅供|供领导)参[阅考]|注意保存|请勿外传|机密|秘密|绝密)[★：:]?/u;
const ISSUER =
  /(?:委|委员会|办公厅|办公室|研究室|研究院|研究所|中心|政府|厅|局|部|协会|学会|院|社|公司)(?:主?办|编印?|编制|印发?|编辑部?)?$/u;
const HEAD_BLOCKS = 16;
const LINE_UNITS = 40;

type NewsletterHead = {
  readonly segments: readonly DraftSegment[];
  readonly issuer: string | null;
  readonly date: string | null;
  /** How many blocks it takes. */
  readonly taken: number;
};

/** The head that the blocks begin with: up to the last of issue, issuer and date; null without an issue and a date. */
export function newsletterHead(blocks: readonly Block[]): NewsletterHead | null {
  const segments: DraftSegment[] = [];
  let issuer: string | null = null;
  let date: string | null = null;
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    const kind = kindOf(block, segments);
    if (kind === null) break;
    const text = block.text;
    const before = segments.at(-1);
    if (kind === 'subtitle' && before?.kind === 'subtitle') {
      segments[segments.length - 1] = { kind, text: concat([before.text, text]) };
      continue;
    }
    if (kind === 'issuer') issuer = text.text;
    if (kind === 'dateline') date = isoDate(text.text);
    segments.push({ kind, text });
  }
  const hasIssue = segments.some((one) => one.kind === 'subtitle');
  if (!hasIssue || date === null) return null;
  return { segments, issuer, date, taken: takenBy(segments, blocks) };
}

/** Issue numbers are one segment on several blocks, so segments do not count blocks. */
function takenBy(segments: readonly DraftSegment[], blocks: readonly Block[]): number {
  const units = segments.reduce((sum, { text }) => sum + text.text.length, 0);
  let read = 0;
  return blocks.findIndex((block) => (read += block.text.text.length) >= units) + 1;
}

function kindOf(block: Block, before: readonly DraftSegment[]): DraftSegment['kind'] | null {
  const text = block.text.text;
  if (text.length > LINE_UNITS || /[。，；？！]/u.test(text)) return null;
  if (LABEL.test(text)) return 'label';
  if (ISSUE.test(text)) return 'subtitle';
  if (isoDate(text) !== null) return 'dateline';
  const hasName = before.some((one) => one.kind === 'masthead');
  if (!hasName) return 'masthead';
  return block.hashes === 0 && ISSUER.test(text) ? 'issuer' : null;
}
