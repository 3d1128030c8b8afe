import { describe, expect, it } from 'vitest';
import { spansBySegment } from '../../../../renderer/reader/spansBySegment.ts';
import { annotationIdSchema } from '../../../../shared/domain/ids.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const { segments } = makeDocument({
  id: 'plan',
  segments: [
    { kind: 'paragraph', text: '深化学习借鉴新加坡经验' },
    { kind: 'paragraph', text: '推动全面经济伙伴关系协定' },
    { kind: 'paragraph', text: '率先开启新征程' },
  ],
});
const ids = segments.map((segment) => segment.id);
const mark = {
  id: annotationIdSchema.parse('7b0f1c1e-3f5a-4c55-9a5e-0d9f3a1c2b3d'),
  start: 8,
  end: 16,
  pigment: 'gamboge',
  hasNote: true,
} as const;

describe('spansBySegment', () => {
  it('gives a mark across two paragraphs to both', () => {
    const spans = spansBySegment(segments, [mark], [], new Map());

    expect([...spans.keys()]).toEqual(ids.slice(0, 2));
  });

  it('keeps the very array of a segment whose spans did not change', () => {
    const before = spansBySegment(segments, [mark], [], new Map());

    const after = spansBySegment(segments, [mark], [{ start: 26, end: 28 }], before);

    for (const id of before.keys()) expect(after.get(id)).toBe(before.get(id));
  });
});
