import { articleSegmenter } from './article/articleSegmenter.ts';
import { generalSegmenter } from './general/generalSegmenter.ts';
import type { Segmenter, SourceLine } from './draft.ts';
import { newsletterSegmenter } from './newsletter/newsletterSegmenter.ts';
import { studySegmenter } from './study/studySegmenter.ts';
import { yearbookSegmenter } from './yearbook/yearbookSegmenter.ts';

const segmenters: readonly Segmenter[] = [
  studySegmenter,
  yearbookSegmenter,
  newsletterSegmenter,
  articleSegmenter,
];

/** The first segmenter that recognises the text; the general one takes everything else. */
export function chooseSegmenter(lines: readonly SourceLine[]): Segmenter {
  return segmenters.find((one) => one.recognises(lines)) ?? generalSegmenter;
}
