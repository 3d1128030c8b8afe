import type { Citation, Locator } from './citation.ts';

/**
 * Joins citations of the same section into one that names all its paragraphs, as a table of many rows
 * needs it: 第一篇第一章，第25、27—28段. Others stay as they are; none stands twice. The order is that of
 * the first of each.
 */
export function citeTogether(citations: readonly Citation[]): readonly Citation[] {
  const joined: Citation[] = [];
  for (const citation of citations) {
    const at = joined.findIndex((known) => isSameSection(known, citation));
    const known = joined[at];
    const locator = known && joinLocators(known.locator, citation.locator);
    if (known === undefined || locator === undefined) joined.push(citation);
    else joined[at] = { ...known, locator };
  }
  return joined;
}

function isSameSection(one: Citation, other: Citation): boolean {
  return (
    one.place.documentId === other.place.documentId &&
    one.path.length === other.path.length &&
    one.path.every((step, index) => step.text === other.path[index]?.text) &&
    joinLocators(one.locator, other.locator) !== undefined
  );
}

/** Undefined where the two cannot be said in one. */
function joinLocators(one: Locator, other: Locator): Locator | undefined {
  if (one.kind === 'none' && other.kind === 'none') return one;
  if (one.kind === 'element' && other.kind === 'element') {
    return one.label === other.label ? one : undefined;
  }
  if (one.kind !== 'paragraphs' || other.kind !== 'paragraphs') return undefined;
  const ranges = [...one.ranges, ...other.ranges].toSorted((a, b) => a.first - b.first);
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of ranges) {
    const before = merged.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return { kind: 'paragraphs', ranges: merged };
}
