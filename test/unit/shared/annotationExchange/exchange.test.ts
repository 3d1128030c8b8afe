import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AnnotationState,
  AnnotationStates,
  ExchangedAnnotation,
} from '../../../../shared/annotationExchange/exchangedAnnotation.ts';
import { annotationsMarkdown } from '../../../../shared/annotationExchange/annotationsMarkdown.ts';
import { mergeStates } from '../../../../shared/annotationExchange/mergeStates.ts';
import { readPage } from '../../../../shared/annotationExchange/readPage.ts';
import { writePage } from '../../../../shared/annotationExchange/writePage.ts';
import {
  noteTypes,
  pigments,
  type AnnotationTarget,
} from '../../../../shared/domain/annotation.ts';
import {
  annotationIdSchema,
  documentIdSchema,
  isoTimeSchema,
  packIdSchema,
  sectionKeySchema,
  segmentIdSchema,
} from '../../../../shared/domain/ids.ts';

const pack = { packId: packIdSchema.parse('briefing'), version: 3 };
const documentId = documentIdSchema.parse('plan');

const id = fc
  .integer({ min: 1, max: 5 })
  .map((n) => annotationIdSchema.parse(`00000000-0000-4000-8000-00000000000${String(n)}`));
const time = fc
  .integer({ min: 0, max: 4 })
  .map((n) => isoTimeSchema.parse(`2026-11-2${String(n)}T08:00:00.000Z`));
const words = fc.constantFrom('公开', '“探路者”', 'a<b>&', '𠮷', '第一行\n- 第二行', '**粗**');

const passage: fc.Arbitrary<AnnotationTarget> = fc.record({
  kind: fc.constant('passage' as const),
  anchor: fc
    .record({
      start: fc.nat(9_999),
      quote: words,
      prefix: words,
      suffix: words,
      later: fc.boolean(),
    })
    .map(({ start, quote, prefix, suffix, later }) => ({
      documentId,
      start,
      end: start + quote.length,
      quote,
      prefix,
      suffix,
      segmentId: segmentIdSchema.parse('plan.s1'),
      segmentStart: 0,
      segmentHash: '0'.repeat(32),
      laterSegmentHashes: later ? ['1'.repeat(32)] : [],
      sectionKey: later ? sectionKeySchema.parse('第一章') : null,
      packVersion: 1,
    })),
});
const loose: fc.Arbitrary<AnnotationTarget> = fc.constantFrom<AnnotationTarget>(
  { kind: 'section', documentId, sectionKey: sectionKeySchema.parse('第一章') },
  { kind: 'document', documentId },
  { kind: 'free' },
);

const annotation: fc.Arbitrary<ExchangedAnnotation> = fc
  .record({
    id,
    target: fc.oneof(passage, loose),
    colour: fc.constantFrom(...pigments),
    note: fc.oneof(fc.constant(''), words),
    type: fc.option(fc.constantFrom(...noteTypes)),
    isPrivate: fc.boolean(),
    tags: fc.uniqueArray(words.filter((word) => !word.includes('\n'))).map((all) => all.toSorted()),
    author: fc.option(fc.constantFrom('张三', '李四')),
    createdAt: time,
    updatedAt: time,
  })
  .map(({ colour, ...rest }) => ({
    ...rest,
    pigment: rest.target.kind === 'passage' ? colour : null,
  }));

const state: fc.Arbitrary<AnnotationState> = fc.oneof(
  annotation.map((one) => ({ kind: 'live' as const, annotation: one })),
  fc.record({ kind: fc.constant('deleted' as const), id, deletedAt: time }),
);
const states: fc.Arbitrary<AnnotationStates> = fc
  .array(state, { maxLength: 8 })
  .map((all) => new Map(all.map((one) => [one.kind === 'live' ? one.annotation.id : one.id, one])));

function asText(all: AnnotationStates): string {
  return writePage(pack, all);
}

describe('a file of annotations', () => {
  it('gives back exactly what was written, authors and deletions too', () => {
    fc.assert(
      fc.property(states, (all) => {
        const read = readPage(asText(all));

        expect(read).toEqual({ status: 'read', packId: pack.packId, states: all });
      }),
    );
  });

  it('is a W3C annotation page with position and quote', () => {
    const [one] = fc.sample(
      annotation.filter(({ target }) => target.kind === 'passage'),
      {
        numRuns: 1,
        seed: 7,
      },
    );
    if (one === undefined) throw new Error('no sample');

    const page: unknown = JSON.parse(
      asText(new Map([[one.id, { kind: 'live', annotation: one }]])),
    );

    expect(page).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
      type: 'AnnotationPage',
      items: [
        {
          id: `urn:uuid:${one.id}`,
          type: 'Annotation',
          target: { selector: [{ type: 'TextPositionSelector' }, { type: 'TextQuoteSelector' }] },
        },
      ],
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another JSON', '[]'],
    ['half a file', asText(new Map()).slice(0, 60)],
    [
      'a quote that does not fit its range',
      asText(new Map()).replace('"items": []', '"items": [{}]'),
    ],
  ])('is refused as a whole: %s', (_case, text) => {
    expect(readPage(text)).toEqual({ status: 'unreadable' });
  });
});

describe('merging annotations', () => {
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(states, states, states, (one, two, three) => {
        const forth = mergeStates(mergeStates(one, two), three);
        const back = mergeStates(three, mergeStates(two, one));

        expect(asText(forth)).toBe(asText(back));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(states, states, (one, two) => {
        const once = mergeStates(one, two);

        expect(mergeStates(once, two)).toEqual(once);
      }),
    );
  });

  it('loses none', () => {
    fc.assert(
      fc.property(states, states, (one, two) => {
        const merged = mergeStates(one, two);

        expect(new Set(merged.keys())).toEqual(new Set([...one.keys(), ...two.keys()]));
      }),
    );
  });
});

describe('annotations as Markdown', () => {
  it('quotes with the citation and keeps the text from becoming Markdown', () => {
    const [sample] = fc.sample(
      annotation.filter(({ target }) => target.kind === 'passage'),
      1,
    );
    if (sample?.target.kind !== 'passage') throw new Error('no sample');
    const marked: ExchangedAnnotation = {
      ...sample,
      target: { kind: 'passage', anchor: { ...sample.target.anchor, quote: '占比*较高*\n第二段' } },
      note: '**想法**',
      tags: ['开放'],
      author: null,
    };

    const text = annotationsMarkdown('批注', [
      {
        title: '规划',
        entries: [{ annotation: marked, citation: '《规划》第3段', typeName: '例证' }],
      },
    ]);

    expect(text).toBe(
      '# 批注\n\n## 规划\n\n> 占比\\*较高\\*\n>\n> 第二段\n>\n> —— 《规划》第3段\n\n**想法**\n\n*例证 · \\#开放*\n',
    );
  });
});
