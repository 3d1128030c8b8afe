import type { Segment } from '../../../shared/domain/segment.ts';
import type { AssembledDocument } from './assembleDocument.ts';

/** A status behind a title (征求意见稿) that the document prints on a line of its own. */
const STATUS = /[（(][^（()）]*[）)][\s.·…]*\d*\s*$/u;

/**
 * Points each contents entry to the heading it names, in any document of the same source: the heading
 * whose text is the entry's, with or without the entry's number (一、), white space and punctuation apart.
 */
export function linkContents(
  documents: readonly AssembledDocument[],
): readonly AssembledDocument[] {
  const headings = new Map<string, Segment>();
  for (const { segments, text } of documents) {
    for (const segment of segments) {
      if (segment.kind !== 'heading') continue;
      for (const name of namesOf(text.text.slice(segment.start, segment.end))) {
        if (!headings.has(name)) headings.set(name, segment);
      }
    }
  }
  return documents.map((document) => ({
    ...document,
    segments: document.segments.map((segment) => {
      if (segment.kind !== 'toc_entry') return segment;
      const entry = document.text.text.slice(segment.start, segment.end);
      const names = [...namesOf(entry), ...namesOf(entry.replace(STATUS, ''))];
      const target = names.map((name) => headings.get(name)).find((one) => one !== undefined);
      if (target === undefined) return segment;
      return { ...segment, detail: { ...segment.detail, target: target.id } };
    }),
  }));
}

/** The full text first, then without its number and without a trailing page number. */
function namesOf(text: string): readonly string[] {
  const bare = text.replace(/[\s.·…]+\d*\s*$/u, '').replace(/[\s\p{P}]+/gu, '');
  const unnumbered = text
    .replace(/[\s.·…]+\d*\s*$/u, '')
    .replace(
      /^\s*(?:第?[一二三四五六七八九十百零〇\d]+[编篇章节部分]*[、.．\s]*|[（(][一二三四五六七八九十\d]+[）)])/u,
      '',
    )
    .replace(/[\s\p{P}]+/gu, '');
  return [bare, unnumbered].filter((name) => name.length > 1);
}
