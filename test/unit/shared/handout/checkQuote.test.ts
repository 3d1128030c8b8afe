import { expect, it } from 'vitest';
import { checkQuotes } from '../../../../shared/handout/checkQuote.ts';
import { makeDocument } from '../../../support/makeDocument.ts';
import { anchorOf, makeHandout } from '../../../support/handoutExample.ts';

const sentences = Array.from(
  { length: 50 },
  (_, index) => `第${String(index)}项任务要在2025年前完成。`,
);
const document = makeDocument({
  id: 'plan',
  segments: sentences.map((text) => ({ kind: 'paragraph', text })),
});
const excerpts = sentences.map((text) => ({
  kind: 'excerpt',
  anchor: anchorOf(document, text),
  annotationId: null,
  editedQuote: null,
  withNote: false,
}));

it('finds every one of 50 mutated quotations and none of 50 untouched', () => {
  const mutated = excerpts.map((excerpt, index) => {
    const { quote } = excerpt.anchor;
    const at = (index * 7) % quote.length;
    return {
      ...excerpt,
      anchor: { ...excerpt.anchor, quote: `${quote.slice(0, at)}改${quote.slice(at + 1)}` },
    };
  });

  const statuses = checkQuotes(makeHandout([...excerpts, ...mutated]), () => document).map(
    (check) => check.status,
  );

  expect(statuses.slice(0, 50)).toEqual(excerpts.map(() => 'equal'));
  expect(statuses.slice(50)).toEqual(mutated.map(() => 'different'));
});

it('says when a document is no longer in the pack', () => {
  expect(checkQuotes(makeHandout(excerpts.slice(0, 1)), () => null)[0]?.status).toBe('missing');
});
