import { describe, expect, it } from 'vitest';
import {
  countChoices,
  createKeyReader,
  filterAnnotations,
  noFilter,
  type AnnotationFilter,
} from '../../../../renderer/notes/list/filterAnnotations.ts';
import { groupAnnotations } from '../../../../renderer/notes/list/groupAnnotations.ts';
import { placeAnnotations } from '../../../../renderer/notes/placeAnnotations.ts';
import type { Annotation } from '../../../../shared/domain/annotation.ts';
import { makeAnnotation, makeMark } from '../../../support/makeAnnotation.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const plan = makeDocument({
  id: 'plan',
  segments: [
    { kind: 'paragraph', text: '序言不在任何章里。' },
    { kind: 'heading', level: 1, text: '第一章 开放' },
    { kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' },
    { kind: 'heading', level: 2, text: '第一节 合作' },
    { kind: 'paragraph', text: '推进新加坡国立大学苏州研究院发展。' },
    { kind: 'heading', level: 1, text: '第二章 创新' },
    { kind: 'paragraph', text: '高新技术企业突破5000家。' },
  ],
});
const law = makeDocument({
  id: 'law',
  ord: 1,
  segments: [{ kind: 'paragraph', text: '申请人的材料不得公开。' }],
});
const documents = [plan.document, law.document];

const late = makeMark(plan, '传播者', { note: 'ＲＣＥＰ 生效', type: 'example' });
const early = makeMark(plan, '中新', { pigment: 'indigo' });
const onLaw = makeMark(law, '不得公开', { note: '与旧法对照' });
const free = makeAnnotation({ note: '会议想法' });
const onPlan = makeAnnotation({ target: { kind: 'document', documentId: 'plan' }, note: '总评' });
const all = [late, early, onLaw, free, onPlan];
const nobody: ReadonlySet<Annotation['id']> = new Set();

const standing = placeAnnotations(all, new Map());
const source = { used: nobody, keyOf: createKeyReader(), open: null };

function shownBy(change: Partial<AnnotationFilter>, used = nobody): readonly Annotation[] {
  const shown = filterAnnotations(standing, { ...noFilter, ...change }, { ...source, used });
  return shown.map(({ annotation }) => annotation);
}

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
    ['a phrase', { words: '"对照 旧法"' }, []],
    ['either of two words', { words: '旧法 | 总评' }, [onLaw, onPlan]],
    ['without a word', { words: '-公开' }, [late, early, free, onPlan]],
  ] as const)('by %s', (_case, change, wanted) => {
    expect(shownBy(change)).toEqual(wanted);
  });

  it('by use in a handout', () => {
    const used = new Set([early.id]);

    expect(shownBy({ isUsed: true }, used)).toEqual([early]);
    expect(shownBy({ isUsed: false }, used)).toHaveLength(4);
  });

  it('keeps the note one writes in the list, whatever its words become', () => {
    const change = { ...noFilter, words: '公开' };

    const shown = [free.id, early.id].map((open) =>
      filterAnnotations(standing, change, { ...source, open }).map((one) => one.annotation),
    );

    // A mark is worked on beside its passage, so that its row is not needed.
    expect(shown).toEqual([[onLaw, free], [onLaw]]);
  });

  it('by waiting for a decision', () => {
    const some = placeAnnotations(all, new Map([[early.id, { status: 'gone' as const }]]));

    const gone = filterAnnotations(some, { ...noFilter, standing: 'gone' }, source);

    expect(gone.map(({ annotation }) => annotation)).toEqual([early]);
    expect(countChoices({ ...noFilter, standing: 'gone', words: '公开' })).toBe(1);
  });
});

describe('grouping the list', () => {
  const sections = [...plan.sections, ...law.sections];

  it('goes by document, section and text order, notes on the whole before, free notes first', () => {
    const inSection = makeAnnotation({
      target: { kind: 'section', documentId: 'plan', sectionKey: plan.sections[1]?.key },
      note: '本节要点',
    });
    const more = [
      ...all,
      makeMark(plan, '高新技术企业'),
      makeMark(plan, '研究院'),
      makeMark(plan, '序言'),
      inSection,
    ];
    const texts = (members: readonly { annotation: Annotation }[]) =>
      members.map(({ annotation: { target, note } }) =>
        target.kind === 'passage' ? target.anchor.quote : note,
      );

    const groups = groupAnnotations(placeAnnotations(more, new Map()), documents, sections);

    expect(
      groups.map(({ document, count, sections: parts }) => [
        document?.id ?? null,
        count,
        parts.map(({ path, members }) => [path.join(' › '), ...texts(members)]),
      ]),
    ).toEqual([
      [null, 1, [['', '会议想法']]],
      [
        'plan',
        7,
        [
          ['', '总评', '序言'],
          ['第一章 开放', '中新', '传播者'],
          ['第一章 开放 › 第一节 合作', '本节要点', '研究院'],
          ['第二章 创新', '高新技术企业'],
        ],
      ],
      ['law', 1, [['', '不得公开']]],
    ]);
  });

  it('keeps those of a document that is gone, and all while the outlines are on their way', () => {
    const gone = new Map([[onLaw.id, { status: 'gone' as const }]]);

    const groups = groupAnnotations(placeAnnotations(all, gone), [plan.document], []);

    expect(groups.map(({ count }) => count)).toEqual([2, 3]);
    expect(groups.flatMap((one) => one.sections.flatMap(({ members }) => members))).toHaveLength(
      all.length,
    );
  });
});

describe('where annotations stand', () => {
  it('counts placed, to review, gone and unmarked: together all', () => {
    const proposal = {
      place: { documentId: plan.document.id, start: 0, end: 2 },
      text: '勇当',
      score: 0.7,
    };
    const stands = placeAnnotations(
      all,
      new Map([
        [late.id, { status: 'changed', proposal }],
        [early.id, { status: 'gone' }],
      ] as const),
    );

    expect(stands.map((one) => one.standing.kind)).toEqual([
      'review',
      'gone',
      'placed',
      'unmarked',
      'unmarked',
    ]);
  });
});
