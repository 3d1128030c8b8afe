// A citation under its quotation in a Word file. Word processors have no balanced lines: a citation of which
// one or two characters would stand alone on the last line is set in from the left until its lines are equal.

import { Paragraph } from 'docx';
import { handoutWords as words } from '../../shared/handout/handoutWords.ts';
import { pageMeasures } from '../../shared/handout/pageMeasures.ts';
import type { HandoutPreset } from '../../shared/domain/handout.ts';
import { twips } from './docxStyles.ts';
import { docxRuns } from './docxText.ts';

/** Lengths of citations in their own characters. */
const SHORTEST_LAST_LINE = 4;
/** What a line may lose to a mark that must not begin the next one, and to Latin letters of another width. */
const LOSS = 1.5;

/** The paragraph of one citation; `width` of the type area in twips. */
export function citationParagraph(
  citation: string,
  { preset, width }: { readonly preset: HandoutPreset; readonly width: number },
): Paragraph {
  const text = words.citationDash + citation.replaceAll('\n', ' ');
  const page = pageMeasures[preset];
  const character = twips(page.citation);
  const room = (width - twips(page.body * 4)) / character;
  const balanced = balancedRoom(lengthOf(text), room);
  return new Paragraph({
    style: 'Citation',
    ...(balanced === null ? {} : { indent: { left: Math.round(width - balanced * character) } }),
    children: docxRuns('Citation', text),
  });
}

/** How long lines of equal length are, in characters; null where the last line is long enough as it is. */
function balancedRoom(length: number, room: number): number | null {
  const lines = Math.ceil((length + LOSS) / room);
  const last = length - room * (lines - 1);
  if (lines === 1 || last > SHORTEST_LAST_LINE) return null;
  return Math.min(room, length / lines + LOSS);
}

/** Latin letters and digits are half as wide. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\u0000-\u00ff]/u.test(one) ? 0.5 : 1), 0);
}
