import { describe, expect, it } from 'vitest';
import { listAnnotations, putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { findDocumentAt } from '../../electron/db/own/edition.ts';
import { createSearchingHandlers } from '../../electron/features/searching.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import { annotationSchema } from '../../shared/domain/annotation.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import type { NoteRow, SearchFilters } from '../../shared/ipc/searching.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { everything } from '../support/searchedPack.ts';
import { createTestBriefing } from '../support/testBriefing.ts';

function plan(paragraphs: readonly string[], id = 'plan', ord = 0): DocumentContent {
  return makeDocument({
    id,
    ord,
    segments: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  });
}

/** Puts a note down; on a passage when a quote is given. */
function note(db: BriefingDb, content: DocumentContent, text: string, quote?: string): void {
  const number = String(listAnnotations(db).length).padStart(12, '0');
  const start = quote === undefined ? 0 : content.text.indexOf(quote);
  const place = { documentId: content.document.id, start, end: start + (quote ?? '').length };
  const document = findDocumentAt(db, place);
  const anchor = document && quote && makeAnchor({ document, packVersion: 1 }, place);
  putAnnotation(
    db,
    annotationSchema.parse({
      id: `00000000-0000-4000-8000-${number}`,
      target: anchor ? { kind: 'passage', anchor } : { kind: 'free' },
      pigment: anchor ? 'gamboge' : null,
      note: text,
      type: null,
      tagIds: [],
      isPrivate: false,
      author: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      deletedAt: null,
    }),
  );
}

/** Another edition of the pack, with the notes made on this one. */
function nextEdition(db: BriefingDb, contents: readonly DocumentContent[]): BriefingDb {
  const next = createTestBriefing(contents);
  next.exec('UPDATE pack SET version = 2');
  for (const annotation of listAnnotations(db)) putAnnotation(next, annotation);
  return next;
}

async function find(
  handlers: ReturnType<typeof createSearchingHandlers>,
  query: string,
  filters: SearchFilters = everything,
): Promise<readonly NoteRow[]> {
  const request = { query, filters, fuzzyPinyin: false, offset: 0, limit: 10 };
  const answer = await handlers.searchPack(request);
  return answer.ok && answer.value.status === 'page' ? answer.value.notes : [];
}

describe('the reader’s notes', () => {
  const first = plan(['园区引进人才。', '产业集群培育办法由市里制定，并报省里备案。', '结束语。']);

  it('are found the moment they change', async () => {
    const db = createTestBriefing([first]);
    const handlers = createSearchingHandlers({ db });
    const count = async (query: string) =>
      (await find(handlers, query)).reduce((sum, row) => sum + row.count, 0);

    expect(await count('瞪羚')).toBe(0);
    note(db, first, '问一问瞪羚企业，瞪羚的标准');
    expect(await count('瞪羚')).toBe(2);
    db.exec(`UPDATE annotation SET note = '改写了'`);
    expect(await count('瞪羚')).toBe(0);
    expect(await count('改寫')).toBe(1);
    expect(await count('改写 类型:笔记')).toBe(1);
    expect(await count('类型:笔记')).toBe(1);
    db.exec(`UPDATE annotation SET deleted_at = updated_at`);
    expect(await count('改写')).toBe(0);
  });

  it('stand where their passage is', async () => {
    const db = createTestBriefing([first]);
    note(db, first, '看法甲', '引进人才');
    note(db, first, '看法乙');
    const rows = await find(createSearchingHandlers({ db }), '看法');

    expect(rows.map(({ standing, place }) => [standing, place])).toEqual([
      ['placed', { documentId: 'plan', start: 2, end: 6 }],
      ['unmarked', null],
    ]);
  });

  it('stand after an update of the pack where their passage is found again, or say that it is not', async () => {
    const old = createTestBriefing([first]);
    note(old, first, '看法一：不变', '引进人才');
    note(old, first, '看法二：改了', '培育办法由市里制定');
    note(old, first, '看法三：没了', '结束语');
    const second = plan([
      '新的开头一段。',
      '园区引进人才。',
      '产业集群培育办法由省里制定，并报省里备案。',
    ]);
    const db = nextEdition(old, [second]);
    const handlers = createSearchingHandlers({ db });
    const rows = await find(handlers, '看法');

    expect(rows.map(({ standing, place }) => [standing, place])).toEqual([
      ['placed', { documentId: 'plan', start: 10, end: 14 }],
      ['review', null],
      ['gone', null],
    ]);
    expect(second.text.slice(10, 14)).toBe('引进人才');
  });

  it('are filtered by the document that their passage went to', async () => {
    const old = createTestBriefing([first]);
    note(old, first, '看法', '引进人才');
    const db = nextEdition(old, [plan(['别的。']), plan(['园区引进人才。'], 'moved', 1)]);
    const handlers = createSearchingHandlers({ db });
    const inDocument = (id: string) =>
      find(handlers, '看法', { ...everything, documentIds: [documentIdSchema.parse(id)] });

    expect(await inDocument('moved')).toMatchObject([
      { standing: 'placed', place: { documentId: 'moved', start: 2, end: 6 } },
    ]);
    expect(await inDocument('plan')).toEqual([]);
  });
});
