import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../../../electron/db/edition/carryOver.ts';
import { listReadingPlaces, putReadingPlace } from '../../../../../electron/db/own/readingPlace.ts';
import type { DocumentContent } from '../../../../../shared/domain/document.ts';
import { isoTimeSchema } from '../../../../../shared/domain/ids.ts';
import { makeDocument } from '../../../../support/makeDocument.ts';
import { createTestBriefing } from '../../../../support/testBriefing.ts';

const plan = makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '深化合作。' }] });
const study = makeDocument({
  id: 'study',
  ord: 1,
  segments: [{ kind: 'paragraph', text: '学习内容。' }],
});
const planId = plan.document.id;
const studyId = study.document.id;
const at = (minute: number) =>
  isoTimeSchema.parse(`2026-12-03T14:${String(minute).padStart(2, '0')}:00.000Z`);

describe('reading places', () => {
  it('gives the document read last first', () => {
    const db = createTestBriefing([plan, study]);

    putReadingPlace(db, { documentId: planId, offset: 3, read: null }, at(1));
    putReadingPlace(db, { documentId: studyId, offset: 0, read: { start: 0, end: 2 } }, at(2));
    putReadingPlace(db, { documentId: planId, offset: 4, read: { start: 4, end: 5 } }, at(3));

    expect(listReadingPlaces(db)).toEqual([
      { documentId: 'plan', offset: 4, unitsRead: 1 },
      { documentId: 'study', offset: 0, unitsRead: 2 },
    ]);
  });

  it('counts what was read once, and not what was jumped over', () => {
    const db = createTestBriefing([plan]);

    putReadingPlace(db, { documentId: planId, offset: 0, read: { start: 0, end: 2 } }, at(1));
    putReadingPlace(db, { documentId: planId, offset: 4, read: null }, at(2));
    putReadingPlace(db, { documentId: planId, offset: 4, read: { start: 4, end: 5 } }, at(3));
    putReadingPlace(db, { documentId: planId, offset: 0, read: { start: 1, end: 3 } }, at(4));

    expect(listReadingPlaces(db)).toEqual([{ documentId: 'plan', offset: 0, unitsRead: 4 }]);
  });

  it('is all read in another edition of the same text when it was all read in this one', () => {
    const paragraphs = ['深化合作。', '联合布局。', '学习内容。'];
    const text = (words: readonly string[]) =>
      makeDocument({
        id: 'plan',
        segments: words.map((one) => ({ kind: 'paragraph', text: one })),
      });
    const [before, same, other] = [
      paragraphs,
      paragraphs,
      ['深化合作。', '新的一段。', '学习内容。'],
    ].map(text);
    if (!before || !same || !other) throw new Error('no editions');
    const db = createTestBriefing([before]);
    const read = { start: 0, end: before.text.length };
    putReadingPlace(db, { documentId: planId, offset: 0, read }, at(1));

    const unitsIn = (edition: DocumentContent): number | undefined => {
      const to = createTestBriefing([edition]);
      carryOver(db, to);
      return listReadingPlaces(to)[0]?.unitsRead;
    };

    expect(unitsIn(same)).toBe(before.text.length);
    expect(unitsIn(other)).toBe(before.text.length - '新的一段。\n'.length);
  });

  it('refuses a place in a document that does not exist', () => {
    const db = createTestBriefing([plan]);

    expect(() => {
      putReadingPlace(db, { documentId: studyId, offset: 0, read: null }, at(1));
    }).toThrow('FOREIGN KEY');
  });
});
