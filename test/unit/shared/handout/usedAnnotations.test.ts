import { expect, it } from 'vitest';
import { usedAnnotations } from '../../../../shared/handout/usedAnnotations.ts';
import {
  gatherIntoComparison,
  gatherIntoTasks,
} from '../../../../renderer/handout/gatherExcerpt.ts';
import { annotationSchema } from '../../../../shared/domain/annotation.ts';
import { excerptOf } from '../../../../shared/handout/draftItems.ts';
import { anchorOf, exampleDocuments, planSentence } from '../../../support/handoutExample.ts';

const [plan] = exampleDocuments;
const at = '2026-11-21T08:00:00.000Z';
const marks = [planSentence, '到2025年', '推进新加坡'].map((quote, index) =>
  annotationSchema.parse({
    id: `00000000-0000-4000-8000-00000000000${String(index)}`,
    target: { kind: 'passage', anchor: anchorOf(plan, quote) },
    pigment: 'gamboge',
    note: '',
    type: null,
    isPrivate: false,
    tagIds: [],
    author: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  }),
);
const excerpts = marks
  .slice(0, 2)
  .flatMap((mark) => excerptOf(mark, () => crypto.randomUUID()) ?? []);

it.each([
  ['an excerpt', excerpts],
  ['a row of a comparison', gatherIntoComparison(gatherIntoComparison(excerpts, 0), 1)],
  ['a row of a task list', gatherIntoTasks(gatherIntoTasks(excerpts, 0), 1)],
])('takes a mark for used that is %s, and no other', (_, items) => {
  expect([...usedAnnotations(marks, items)]).toEqual(marks.slice(0, 2).map(({ id }) => id));
});
