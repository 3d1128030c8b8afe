import { describe, expect, it } from 'vitest';
import { placeAnnotations } from '../../../../../renderer/notes/placeAnnotations.ts';
import { listPrintedNotes } from '../../../../../renderer/notes/printing/listPrintedNotes.ts';
import { makeAnchor } from '../../../../../shared/anchoring/makeAnchor.ts';
import { annotationSchema, type Annotation } from '../../../../../shared/domain/annotation.ts';
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

let count = 0;
function write(note: string, target: object, change: object = {}): Annotation {
  count += 1;
  return annotationSchema.parse({
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    target,
    pigment: 'kind' in target && target.kind === 'passage' ? 'gamboge' : null,
    note,
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

function passage(quote: string, content = plan): object {
  const start = content.text.indexOf(quote);
  const { document, text, segments } = content;
  const source = { document: { id: document.id, text, segments }, packVersion: 1 };
  return { kind: 'passage', anchor: makeAnchor(source, { start, end: start + quote.length }) };
}

const all = placeAnnotations(
  [
    write('末', passage('5000家')),
    write('后', passage('研究院')),
    write('先', passage('探路者')),
    write('', passage('传播者')),
    write('私', passage('合作的'), { isPrivate: true }),
    write('法', passage('不得公开', law)),
    write('章', { kind: 'section', documentId: 'plan', sectionKey: '第一章 开放' }),
    write('节', { kind: 'section', documentId: 'plan', sectionKey: '第一章 开放/第一节 合作' }),
    write('无', { kind: 'section', documentId: 'plan', sectionKey: '已删的一章' }),
    write('全', { kind: 'document', documentId: 'plan' }),
    write('想', { kind: 'free' }),
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
