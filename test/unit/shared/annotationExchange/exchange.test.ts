import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AnnotationState,
  AnnotationStates,
  ExchangedAnnotation,
} from '../../../../shared/annotationExchange/exchangedAnnotation.ts';
import { annotationsMarkdown } from '../../../../shared/annotationExchange/annotationsMarkdown.ts';
import { laterOf, mergeStates } from '../../../../shared/annotationExchange/mergeStates.ts';
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

/** One mark, 3 to 5. */
const marked: AnnotationStates = new Map(
  fc
    .sample(annotation, { numRuns: 1, seed: 7 })
    .map((one): [ExchangedAnnotation['id'], AnnotationState] => [
      one.id,
      {
        kind: 'live',
        annotation: {
          ...one,
          target: {
            kind: 'passage',
            anchor: {
              documentId,
              start: 3,
              end: 5,
              quote: '公开',
              prefix: '不得',
              suffix: '。',
              segmentId: segmentIdSchema.parse('plan.s1'),
              segmentStart: 0,
              segmentHash: '0'.repeat(32),
              laterSegmentHashes: [],
              sectionKey: null,
              packVersion: 1,
            },
          },
          pigment: 'indigo',
          note: '',
          tags: [],
        },
      },
    ]),
);

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
    ['an item that is none', asText(new Map()).replace('"items": []', '"items": [{}]')],
    ['a quote that does not fit its range', asText(marked).replace('"end": 5', '"end": 6')],
    ['a mark without a colour', asText(marked).replace('"indigo"', 'null')],
    ['a document of another pack', asText(marked).replace('yandu:briefing:', 'yandu:other:')],
  ])('is refused as a whole: %s', (_case, text) => {
    expect(readPage(text)).toEqual({ status: 'unreadable' });
  });

  it('has its tags in one order, each once, however another program wrote them', () => {
    const page = asText(marked).replace(
      '"body": [',
      `"body": [${['甲', '乙', '甲']
        .map((value) => JSON.stringify({ type: 'TextualBody', purpose: 'tagging', value }))
        .join()},`,
    );

    const read = readPage(page.replace(/,(\s*\])/u, '$1'));

    expect(read).toMatchObject({ status: 'read' });
    const [state] = read.status === 'read' ? [...read.states.values()] : [];
    expect(state?.kind === 'live' && state.annotation.tags).toEqual(['乙', '甲']);
  });
});

describe('merging annotations', () => {
  it('lets the later change hold, and at the same instant the deletion', () => {
    fc.assert(
      fc.property(annotation, annotation, time, (one, two, at) => {
        const [early, late] = [one, { ...two, id: one.id }].toSorted((a, b) =>
          a.updatedAt.localeCompare(b.updatedAt),
        );
        if (early === undefined || late === undefined) throw new Error('two states');
        const known: AnnotationState = { kind: 'live', annotation: early };
        const newer: AnnotationState = { kind: 'live', annotation: late };
        const deleted: AnnotationState = { kind: 'deleted', id: one.id, deletedAt: at };

        if (early.updatedAt < late.updatedAt) expect(laterOf(newer, known)).toBe(newer);
        expect(laterOf(known, deleted)).toBe(at >= early.updatedAt ? deleted : known);
        expect(laterOf(deleted, known)).toBe(at >= early.updatedAt ? deleted : known);
      }),
    );
  });

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
  const nameLink = (): string => '《规划》[甲]';

  it('quotes with the citation and keeps the text from becoming Markdown', () => {
    const [sample] = fc.sample(
      annotation.filter(({ target }) => target.kind === 'passage'),
      1,
    );
    if (sample?.target.kind !== 'passage') throw new Error('no sample');
    const quoted: ExchangedAnnotation = {
      ...sample,
      target: { kind: 'passage', anchor: { ...sample.target.anchor, quote: '占比*较高*\n第二段' } },
      note: '**想法**见[[甲|yandu://open/plan/3-5?v=1]]\n**“重点”**在此',
      tags: ['开放'],
      author: null,
    };

    const text = annotationsMarkdown(
      '批注',
      [
        {
          title: '规划',
          entries: [{ annotation: quoted, citation: '《规划》第3段', typeName: '例证' }],
        },
      ],
      nameLink,
    );

    expect(text).toBe(
      '# 批注\n\n## 规划\n\n> 占比\\*较高\\*\n>\n> 第二段\n>\n> —— 《规划》第3段\n\n**想法**见[《规划》\\[甲\\]](yandu://open/plan/3-5?v=1)\n\n<strong>“重点”</strong>在此\n\n*例证 · \\#开放*\n',
    );
  });

  it.each([
    ['1. 总体要求', '1\\. 总体要求'],
    ['- 完善机制', '\\- 完善机制'],
    ['# 号', '\\# 号'],
    ['甲&copy;乙', '甲\\&copy;乙'],
    ['“十四五”时期（2021~2025年）', '“十四五”时期（2021\\~2025年）'],
  ])('keeps %s as it stands', (quote, written) => {
    const [state] = marked.values();
    if (state?.kind !== 'live' || state.annotation.target.kind !== 'passage') throw new Error();
    const { target } = state.annotation;
    const one = { ...state.annotation, target: { ...target, anchor: { ...target.anchor, quote } } };

    const text = annotationsMarkdown(
      '批注',
      [{ title: '规划', entries: [{ annotation: one, citation: null, typeName: null }] }],
      nameLink,
    );

    expect(text).toContain(`\n> ${written}\n`);
  });
});
