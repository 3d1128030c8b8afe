import { describe, expect, it } from 'vitest';
import { createReadingHandlers } from '../../../../electron/features/reading.ts';
import { documentIdSchema, isoTimeSchema } from '../../../../shared/domain/ids.ts';
import { readingChannels } from '../../../../shared/ipc/reading.ts';
import { makeDocument } from '../../../support/makeDocument.ts';
import { createTestBriefing } from '../../../support/testBriefing.ts';

const plan = makeDocument({
  id: 'plan',
  title: '规划纲要',
  segments: [
    { kind: 'heading', text: '第四章 全面深化中新合作', level: 2 },
    { kind: 'paragraph', text: '深化学习借鉴新加坡经验。' },
  ],
});

function handlersOf(contents = [plan]) {
  return createReadingHandlers({
    db: createTestBriefing(contents),
    now: () => isoTimeSchema.parse('2026-12-03T14:00:00.000Z'),
    newId: () => '00000000-0000-4000-8000-000000000000',
  });
}

describe('reading', () => {
  it('gives a document back exactly as it was stored', async () => {
    const answer = await handlersOf().getDocument({ documentId: plan.document.id });

    expect(answer).toEqual({ ok: true, value: plan });
  });

  it('answers what the contract promises', async () => {
    const documents = await handlersOf().listDocuments({});

    expect(
      documents.ok && readingChannels.listDocuments.output.safeParse(documents.value).success,
    ).toBe(true);
  });

  it('says that a document is missing', async () => {
    const documentId = documentIdSchema.parse('other');

    expect(await handlersOf().getDocument({ documentId })).toMatchObject({
      ok: false,
      code: 'document_missing',
    });
  });

  it('shows the source lines behind a passage', async () => {
    const paragraph = plan.segments[1];
    const place = {
      documentId: plan.document.id,
      start: paragraph?.start ?? 0,
      end: paragraph?.end ?? 0,
    };

    const answer = await handlersOf().getSourceLines({ place });

    expect(answer).toMatchObject({
      ok: true,
      value: { sourceName: 'plan.txt', lines: [{ number: 2, text: '深化学习借鉴新加坡经验。' }] },
    });
  });

  it('finds where a heading of another document stands', async () => {
    const heading = plan.segments[0];
    if (!heading) throw new Error('no heading');

    expect(await handlersOf().findSegmentPlace({ segmentId: heading.id })).toEqual({
      ok: true,
      value: { documentId: 'plan', start: 0, end: 12 },
    });
  });
});
