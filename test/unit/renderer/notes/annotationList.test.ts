import { describe, expect, it } from 'vitest';
import { filterAnnotations, noFilter } from '../../../../renderer/notes/filterAnnotations.ts';
import { groupAnnotations } from '../../../../renderer/notes/groupAnnotations.ts';
import { placeAnnotations } from '../../../../renderer/notes/placeAnnotations.ts';
import { makeAnchor } from '../../../../shared/anchoring/makeAnchor.ts';
import { annotationSchema, type Annotation } from '../../../../shared/domain/annotation.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const plan = makeDocument({
  id: 'plan',
  segments: [{ kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' }],
});
const law = makeDocument({
  id: 'law',
  ord: 1,
  segments: [{ kind: 'paragraph', text: '申请人的材料不得公开。' }],
});
const documents = [plan.document, law.document];

let count = 0;
function annotate(change: Record<string, unknown>): Annotation {
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

function mark(content: typeof plan, quote: string, change: Record<string, unknown> = {}) {
  const start = content.text.indexOf(quote);
  const { document, text, segments } = content;
  const source = { document: { id: document.id, text, segments }, packVersion: 1 };
  const anchor = makeAnchor(source, { start, end: start + quote.length });
  return annotate({ target: { kind: 'passage', anchor }, pigment: 'gamboge', ...change });
}

const late = mark(plan, '传播者', { note: 'ＲＣＥＰ 生效', type: 'example' });
const early = mark(plan, '中新', { pigment: 'indigo' });
const onLaw = mark(law, '不得公开', { note: '与旧法对照' });
const free = annotate({ note: '会议想法' });
const onPlan = annotate({ target: { kind: 'document', documentId: 'plan' }, note: '总评' });
const all = [late, early, onLaw, free, onPlan];
const nobody: ReadonlySet<Annotation['id']> = new Set();

describe('filtering the list', () => {
  it.each([
    ['nothing', {}, all],
    ['a document', { documentId: plan.document.id }, [late, early, onPlan]],
    ['a colour', { pigment: 'indigo' }, [early]],
    ['a type', { type: 'example' }, [late]],
    ['with a note', { hasNote: true }, [late, onLaw, free, onPlan]],
    ['without a note', { hasNote: false }, [early]],
    ['words of the quote', { words: '公开' }, [onLaw]],
    ['words of the note in another width and case', { words: 'rcep' }, [late]],
    ['all of several words', { words: '不得 旧法' }, [onLaw]],
  ] as const)('by %s', (_case, change, wanted) => {
    expect(filterAnnotations(all, { ...noFilter, ...change }, nobody)).toEqual(wanted);
  });

  it('by use in a handout', () => {
    const used = new Set([early.id]);

    expect(filterAnnotations(all, { ...noFilter, isUsed: true }, used)).toEqual([early]);
    expect(filterAnnotations(all, { ...noFilter, isUsed: false }, used)).toHaveLength(4);
  });
});

describe('grouping the list', () => {
  it('goes by document and text order, notes on the whole before, free notes first', () => {
    const groups = groupAnnotations(placeAnnotations(all, new Map()), documents);

    expect(
      groups.map(({ document, members }) => [
        document?.id ?? null,
        members.map(({ annotation }) => annotation.id),
      ]),
    ).toEqual([
      [null, [free.id]],
      ['plan', [onPlan.id, early.id, late.id]],
      ['law', [onLaw.id]],
    ]);
  });

  it('keeps those of a document that is gone', () => {
    const gone = new Map([[onLaw.id, { status: 'gone' as const }]]);

    const groups = groupAnnotations(placeAnnotations(all, gone), [plan.document]);

    expect(groups.flatMap(({ members }) => members)).toHaveLength(all.length);
  });
});

describe('where annotations stand', () => {
  it('counts placed, to review, gone and unmarked: together all', () => {
    const proposal = {
      place: { documentId: plan.document.id, start: 0, end: 2 },
      text: '勇当',
      score: 0.7,
    };
    const standing = placeAnnotations(
      all,
      new Map([
        [late.id, { status: 'changed', proposal }],
        [early.id, { status: 'gone' }],
      ] as const),
    );

    expect(standing.map((one) => one.standing.kind)).toEqual([
      'review',
      'gone',
      'placed',
      'unmarked',
      'unmarked',
    ]);
  });
});
