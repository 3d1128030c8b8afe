import { describe, expect, it } from 'vitest';
import { markCurrentHit } from '../../../../renderer/reader/markCurrentHit.ts';
import { spansBySegment } from '../../../../renderer/reader/spansBySegment.ts';
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
const first = { start: 0, end: 2 };
const last = { start: 26, end: 28 };
const spans = spansBySegment(segments, [], [first, last], new Map());

describe('markCurrentHit', () => {
  it('says which hit is the current one', () => {
    const marked = markCurrentHit(spans, segments, last);

    expect(ids.map((id) => marked.get(id))).toMatchObject([
      [{ kind: 'hit', isCurrent: false }],
      undefined,
      [{ kind: 'hit', isCurrent: true }],
    ]);
  });

  it('leaves every other segment its very array', () => {
    const marked = markCurrentHit(spans, segments, last);

    const [untouched] = segments;
    if (untouched === undefined) throw new Error('no segment');
    expect(marked.get(untouched.id)).toBe(spans.get(untouched.id));
  });

  it('changes nothing where no hit is current', () => {
    expect(markCurrentHit(spans, segments, undefined)).toBe(spans);
  });
});
