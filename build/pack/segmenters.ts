import { generalSegmenter } from './general/generalSegmenter.ts';
import type { Segmenter, SourceLine } from './draft.ts';
import { studySegmenter } from './study/studySegmenter.ts';
import { yearbookSegmenter } from './yearbook/yearbookSegmenter.ts';

const segmenters: readonly Segmenter[] = [studySegmenter, yearbookSegmenter];

/** The first segmenter that recognises the text; the general one takes everything else. */
export function chooseSegmenter(lines: readonly SourceLine[]): Segmenter {
  return segmenters.find((one) => one.recognises(lines)) ?? generalSegmenter;
}
