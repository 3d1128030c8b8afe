// A name for an exported file that Windows, too, accepts.

import type { ExportFormat, Handout, HandoutCopy } from '../domain/handout.ts';
import type { IsoTime } from '../domain/ids.ts';
import { localDay } from '../text/localDay.ts';

/** Half of what NTFS allows, so that a deep folder and Word's lock-file prefix still fit; in UTF-16 units. */
const NAME_UNITS = 110;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/**
 * Names a file after title, copy and day: `中新合作学习讨论提纲（学员）2026-12-03.docx`.
 * Cut by graphemes; characters no file name may hold are left out.
 */
export function exportFileName(
  handout: Pick<Handout, 'title'>,
  copy: HandoutCopy,
  format: ExportFormat,
  now: IsoTime,
): string {
  const cleaned = handout.title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd<>:"/\\|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  const title = cleaned === '' || reserved.test(cleaned.split('.')[0] ?? '') ? '讲义' : cleaned;
  const mark = copy === 'members' ? '（学员）' : '';
  return `${cut(title, NAME_UNITS).replace(/[ .]+$/u, '')}${mark} ${localDay(now)}.${format}`;
}

function cut(text: string, units: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > units) break;
    kept += segment;
  }
  return kept;
}
