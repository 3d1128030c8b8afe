import { describe, expect, it } from 'vitest';
import { placeAnnotations } from '../../../../../renderer/notes/placeAnnotations.ts';
import { listPrintedNotes } from '../../../../../renderer/notes/printing/listPrintedNotes.ts';
import type { Annotation } from '../../../../../shared/domain/annotation.ts';
import { makeAnnotation, makeMark } from '../../../../support/makeAnnotation.ts';
import { makeDocument } from '../../../../support/makeDocument.ts';

const plan = makeDocument({
  id: 'plan',
  segments: [
    { kind: 'heading', level: 1, text: '第一章 开放' },
    { kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' },
    { kind: 'heading', level: 2, text: '第一节 合作' },
    { kind: 'paragraph', text: '推进新加坡国立大学苏州研究院发展。' },
    { kind: 'heading', level: 1, text: '第二章 创新' },
    { kind: 'paragraph', text: '高新技术企业突破5000家。' },
  ],
});
const law = makeDocument({ id: 'law', segments: [{ kind: 'paragraph', text: '材料不得公开。' }] });

function onPlan(note: string, target: object): Annotation {
  return makeAnnotation({ note, target: { documentId: 'plan', ...target } });
}

const all = placeAnnotations(
  [
    makeMark(plan, '5000家', { note: '末' }),
    makeMark(plan, '研究院', { note: '后' }),
    makeMark(plan, '探路者', { note: '先' }),
    makeMark(plan, '传播者'),
    makeMark(plan, '合作的', { note: '私', isPrivate: true }),
    makeMark(law, '不得公开', { note: '法' }),
    onPlan('章', { kind: 'section', sectionKey: '第一章 开放' }),
    onPlan('节', { kind: 'section', sectionKey: '第一章 开放/第一节 合作' }),
    onPlan('无', { kind: 'section', sectionKey: '已删的一章' }),
    onPlan('全', { kind: 'document' }),
    makeAnnotation({ note: '想' }),
  ],
  new Map(),
);

function printed(part: { readonly start: number; readonly end: number }) {
  return listPrintedNotes(all, plan, part).map(({ annotation, number }) => [
    annotation.note,
    number,
  ]);
}

describe('notes printed with a part of a document', () => {
  it('are those on its passages, numbered, and on its sections, in text order', () => {
    const [chapter, section] = plan.sections;

    expect(chapter && printed(chapter)).toEqual([
      ['章', null],
      ['先', 1],
      ['节', null],
      ['后', 2],
    ]);
    expect(section && printed(section)).toEqual([
      ['节', null],
      ['后', 1],
    ]);
  });

  it('are all of the document, its own with them, where all of it is printed; none that is private', () => {
    expect(printed({ start: 0, end: plan.text.length })).toEqual([
      ['全', null],
      ['章', null],
      ['先', 1],
      ['节', null],
      ['后', 2],
      ['末', 3],
    ]);
  });

  it('name the passage by its words', () => {
    const [, section] = plan.sections;

    expect(section && listPrintedNotes(all, plan, section).at(-1)?.about).toEqual({
      kind: 'passage',
      quote: '研究院',
    });
  });
});
