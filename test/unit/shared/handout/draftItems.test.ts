import { expect, it } from 'vitest';
import { draftByTag } from '../../../../shared/handout/draftItems.ts';
import { tagIdSchema } from '../../../../shared/domain/ids.ts';
import { makeMark } from '../../../support/makeAnnotation.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const plan = makeDocument({
  id: 'plan',
  segments: [{ kind: 'paragraph', text: '坚持互利共赢，推进联合研究。' }],
});
const opinion = makeDocument({
  id: 'opinion',
  ord: 1,
  segments: [{ kind: 'paragraph', text: '总体要求：建设开放平台。' }],
});

it('sets the marks of a tag in reading order, one document after the other', () => {
  const id = tagIdSchema.parse('00000000-0000-4000-8000-000000000700');
  const marks = [
    makeMark(opinion, '总体', { tagIds: [id] }),
    makeMark(plan, '研究', { tagIds: [id] }),
    makeMark(opinion, '平台', { tagIds: [id] }),
    makeMark(plan, '互利', { tagIds: [id] }),
  ];

  const items = draftByTag(
    { annotations: marks, newId: () => crypto.randomUUID() },
    [{ id, name: '开放' }],
    [plan.document, opinion.document],
  );

  const words = items.map((item) => (item.kind === 'excerpt' ? item.anchor.quote : item.kind));
  expect(words).toEqual(['heading', '互利', '研究', '总体', '平台']);
});
