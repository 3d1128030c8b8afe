import { describe, expect, it } from 'vitest';
import { makeAnchor } from '../../../../shared/anchoring/makeAnchor.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const { document, text, segments } = makeDocument({
  id: 'plan',
  segments: [{ kind: 'paragraph', text: '上𠮷下𠮷左' }],
});
const source = { document: { id: document.id, text, segments }, packVersion: 1 };

describe('makeAnchor', () => {
  it.each([
    ['begins', 2, 4],
    ['ends', 0, 2],
    ['lies', 1, 2],
  ])('makes none that %s between the halves of a character', (_where, start, end) => {
    expect(makeAnchor(source, { start, end })).toBeNull();
  });

  it('quotes characters outside the first plane whole', () => {
    expect(makeAnchor(source, { start: 1, end: 6 })?.quote).toBe('𠮷下𠮷');
  });
});
