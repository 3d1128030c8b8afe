// True levels of headings: from their numbers, and where there are none from how they follow each other.

import { numberingOf, rankOf } from './numbering.ts';

type OutlineHeading = {
  readonly text: string;
  /** True when no body text stands between this heading and the one before. */
  readonly followsHeading: boolean;
};

const ANNEX = /^附[件录表]/u;

/** A level for each heading, 1 the highest, never skipping one. */
export function outlineLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const isNumbered = headings.some((heading) => numberingOf(heading.text) !== null);
  return isNumbered ? numberedLevels(headings) : positionLevels(headings);
}

/** 附件 ranks above all numbers, so that each annex has an outline of its own. */
function numberedLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const open: number[] = [];
  return headings.map(({ text }) => {
    const numbering = numberingOf(text);
    if (numbering === null && !ANNEX.test(text)) return open.length + 1;
    const rank = numbering === null ? -1 : rankOf(numbering.style);
    while ((open.at(-1) ?? -2) >= rank) open.pop();
    open.push(rank);
    return open.length;
  });
}

/** Unnumbered: where every section opens with the same number of headings, their places are their levels. */
function positionLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const places: number[] = [];
  for (const { followsHeading } of headings) {
    places.push(followsHeading ? (places.at(-1) ?? 0) + 1 : 1);
  }
  return places;
}
