import type { DocumentContent } from '../../shared/domain/document.ts';

/** Somewhere to go in a document. */
export type Goal =
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly start: number;
      /** Ranks below the highest one shown. */
      readonly depth: number;
    }
  | {
      readonly kind: 'paragraph';
      readonly number: number;
      readonly start: number;
      readonly depth: 0;
    };

/**
 * Headings that contain every word of the query, blanks and case aside, in text order; a number also
 * finds the paragraph of that number, first. An empty query gives the whole outline.
 */
export function findGoals({ sections, segments }: DocumentContent, query: string): readonly Goal[] {
  const words = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const number = /^\d{1,6}$/.test(query.trim()) ? Number(query) : null;
  const paragraph = segments.find(
    (segment) => number !== null && segment.paragraphNumber === number,
  );
  const headings: readonly Goal[] = sections
    .filter(({ title }) => {
      const folded = title.toLowerCase();
      return words.every((word) => folded.includes(word));
    })
    .map(({ title, start, level }) => ({ kind: 'section', title, start, depth: level - 1 }));
  if (!paragraph || number === null) return headings;
  return [{ kind: 'paragraph', number, start: paragraph.start, depth: 0 }, ...headings];
}
