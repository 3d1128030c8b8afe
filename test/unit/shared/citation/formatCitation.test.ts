import { describe, expect, it } from 'vitest';
import { citePlace } from '../../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../../shared/citation/formatCitation.ts';
import { documentContentSchema } from '../../../../shared/domain/document.ts';
import { exampleDocuments } from '../../../support/handoutExample.ts';

const plan = documentContentSchema.parse({
  ...exampleDocuments[0],
  document: {
    ...exampleDocuments[0]?.document,
    title: '关于印发《规划》的通知',
    shortTitle: '规划通知',
    issuer: '苏州工业园区管委会',
    date: '2021-02',
    status: '内部资料',
  },
});

function cited(quote: string, length = quote.length) {
  const start = plan.text.indexOf(quote);
  return citePlace(plan, { documentId: plan.document.id, start, end: start + length });
}

describe('citing a place', () => {
  it.each([
    ['full', '《关于印发〈规划〉的通知》第二篇第四章第一节，第1段（内部资料）'],
    [
      'reference',
      '苏州工业园区管委会.关于印发《规划》的通知[Z].2021-02：第二篇第四章第一节，第1段.（内部资料）',
    ],
    ['short', '《规划通知》第1段（内部资料）'],
  ] as const)('writes the %s format down to the paragraph, with the status', (format, written) => {
    expect(formatCitation(cited('坚持互利共赢'), format)).toBe(written);
  });

  it('names the first and the last paragraph of a longer passage', () => {
    const start = plan.text.indexOf('坚持互利共赢');
    const length = plan.text.indexOf('突破5000家') - start;

    expect(formatCitation(cited('坚持互利共赢', length), 'short')).toBe(
      '《规划通知》第1—2段（内部资料）',
    );
  });

  it('names the table where there is no paragraph', () => {
    expect(formatCitation(cited('高新技术企业（家）'), 'short')).toBe(
      '《规划通知》表：主要指标（内部资料）',
    );
  });
});
