import { describe, expect, it } from 'vitest';
import { listReadingPlaces, putReadingPlace } from '../../../../electron/db/readingPlace.ts';
import { isoTimeSchema } from '../../../../shared/domain/ids.ts';
import { makeDocument } from '../../../support/makeDocument.ts';
import { createTestBriefing } from '../../../support/testBriefing.ts';

const plan = makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '深化合作。' }] });
const study = makeDocument({
  id: 'study',
  ord: 1,
  segments: [{ kind: 'paragraph', text: '学习内容。' }],
});
const at = (minute: number) =>
  isoTimeSchema.parse(`2026-12-03T14:${String(minute).padStart(2, '0')}:00.000Z`);

describe('reading places', () => {
  it('gives the document read last first', () => {
    const db = createTestBriefing([plan, study]);

    putReadingPlace(db, { documentId: plan.document.id, offset: 3, furthest: 4 }, at(1));
    putReadingPlace(db, { documentId: study.document.id, offset: 0, furthest: 2 }, at(2));
    putReadingPlace(db, { documentId: plan.document.id, offset: 4, furthest: 5 }, at(3));

    expect(listReadingPlaces(db)).toEqual([
      { documentId: 'plan', offset: 4, furthest: 5 },
      { documentId: 'study', offset: 0, furthest: 2 },
    ]);
  });

  it('never takes back what has been read', () => {
    const db = createTestBriefing([plan]);

    putReadingPlace(db, { documentId: plan.document.id, offset: 4, furthest: 5 }, at(1));
    putReadingPlace(db, { documentId: plan.document.id, offset: 0, furthest: 2 }, at(2));

    expect(listReadingPlaces(db)).toEqual([{ documentId: 'plan', offset: 0, furthest: 5 }]);
  });

  it('refuses a place in a document that does not exist', () => {
    const db = createTestBriefing([plan]);

    expect(() => {
      putReadingPlace(db, { documentId: study.document.id, offset: 0, furthest: 0 }, at(1));
    }).toThrow('FOREIGN KEY');
  });
});
