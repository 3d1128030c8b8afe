// True levels of headings: from their numbers, and where there are none from how they follow each other.

import { numberingOf, rankOf } from './numbering.ts';

type OutlineHeading = {
  readonly text: string;
  /** True when no body text stands between this heading and the one before. */
  readonly followsHeading: boolean;
  /** How many # stood before it, where those can be believed. */
  readonly hashes?: number;
};

const ANNEX = /^附[件录表]/u;

/** A level for each heading, 1 the highest, never skipping one. */
export function outlineLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const isNumbered = headings.some((heading) => numberingOf(heading.text) !== null);
  if (isNumbered) return numberedLevels(headings);
  return hashLevels(headings) ?? positionLevels(headings);
}

/** 附件 ranks above all numbers, so that each annex has an outline of its own. */
function numberedLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const open: number[] = [];
  const levelOf = new Map<number, number>();
  return headings.map(({ text, hashes = 0 }) => {
    const numbering = numberingOf(text);
    if (numbering === null && !ANNEX.test(text)) {
      const level = levelOf.get(hashes) ?? open.length + 1;
      open.splice(level - 1);
      return level;
    }
    const rank = numbering === null ? -1 : rankOf(numbering.style);
    while ((open.at(-1) ?? -2) >= rank) open.pop();
    open.push(rank);
    if (hashes > 0) levelOf.set(hashes, open.length);
    return open.length;
  });
}

/** Unnumbered and all marked: more # are a lower rank. Null where the marks say nothing. */
function hashLevels(headings: readonly OutlineHeading[]): readonly number[] | null {
  const ranks = [...new Set(headings.map(({ hashes = 0 }) => hashes))].sort((a, b) => a - b);
  if (ranks[0] === undefined || ranks[0] === 0) return null;
  return headings.map(({ hashes = 0 }) => ranks.indexOf(hashes) + 1);
}

/** Unnumbered: where every section opens with the same number of headings, their places are their levels. */
function positionLevels(headings: readonly OutlineHeading[]): readonly number[] {
  const places: number[] = [];
  for (const { followsHeading } of headings) {
    places.push(followsHeading ? (places.at(-1) ?? 0) + 1 : 1);
  }
  return places;
}
