// What a marking key means right now: the selection, else the open mark, else where the reader stands.

import type { Section } from '../../../shared/domain/document.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { sectionPath } from '../../../shared/text/sectionPath.ts';
import { sentenceAt } from '../../../shared/text/sentenceAt.ts';
import { currentSegment } from '../../text/currentSegment.ts';
import { offsetOfPoint } from '../../text/offsetOfPoint.ts';
import type { Surface } from '../../text/useSurface.ts';

/** The document offset of the caret, of the focused paragraph, or of the first line on screen. */
function standingOffset({ root, scroller }: Surface): number | null {
  const selection = window.getSelection();
  if (selection?.anchorNode && root.contains(selection.anchorNode)) {
    return offsetOfPoint(selection.anchorNode, selection.anchorOffset);
  }
  const segment = currentSegment(root, scroller);
  return segment && Number(segment.dataset['start']);
}

/** The sentence the reader stands in; null where there is no text. */
export function currentSentence(surface: Surface): TextRange | null {
  const offset = standingOffset(surface);
  const segment = offset === null ? null : segmentAt(surface, offset);
  if (offset === null || segment === null) return null;
  const range = sentenceAt(surface.content.text, segment, offset);
  return range.start < range.end ? range : null;
}

/** The whole paragraph (or heading, cell row, footnote) the reader stands in. */
export function currentParagraph(surface: Surface): TextRange | null {
  const offset = standingOffset(surface);
  return offset === null ? null : segmentAt(surface, offset);
}

/** The innermost section the reader stands in; null before the first heading. */
export function currentSection(surface: Surface): Section | null {
  const offset = standingOffset(surface);
  if (offset === null) return null;
  return sectionPath(surface.content.sections, offset).at(-1) ?? null;
}

function segmentAt({ content }: Surface, offset: number): TextRange | null {
  const segment = content.segments.find(({ start, end }) => start <= offset && offset <= end);
  return segment ? { start: segment.start, end: segment.end } : null;
}
