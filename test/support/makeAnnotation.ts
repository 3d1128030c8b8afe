import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import { annotationSchema, type Annotation } from '../../shared/domain/annotation.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';

let count = 0;

/** A free note without a word, but for what `change` says. */
export function makeAnnotation(change: object): Annotation {
  count += 1;
  return annotationSchema.parse({
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    target: { kind: 'free' },
    pigment: null,
    note: '',
    type: null,
    isPrivate: false,
    tagIds: [],
    author: null,
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    deletedAt: null,
    ...change,
  });
}

/** A mark on the first passage of a document with these words. */
export function makeMark(content: DocumentContent, quote: string, change: object = {}): Annotation {
  const start = content.text.indexOf(quote);
  const { document, text, segments } = content;
  const source = { document: { id: document.id, text, segments }, packVersion: 1 };
  const anchor = makeAnchor(source, { start, end: start + quote.length });
  const target = { kind: 'passage', anchor };
  return makeAnnotation({ target, pigment: 'gamboge', ...change });
}
