import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HandoutTemplate } from '../../../../shared/domain/handout.ts';
import { changeTemplate } from '../../../../shared/handout/changeTemplate.ts';
import { templateItems } from '../../../../shared/handout/templateItems.ts';

function begin(template: HandoutTemplate) {
  return { template, items: templateItems(template, randomUUID) };
}

function kinds({ items }: ReturnType<typeof begin> | ReturnType<typeof changeTemplate>) {
  return items.map((item) => (item.kind === 'heading' ? item.text : item.kind));
}

describe('another template', () => {
  it('replaces an outline nobody has worked on', () => {
    const changed = changeTemplate(begin('discussion_outline'), 'indicator_comparison', randomUUID);

    expect(kinds(changed)).toEqual(['指标对照', '讨论题', 'question']);
  });

  it('keeps an outline that was worked on', () => {
    const begun = begin('discussion_outline');
    const written = { ...begun, items: begun.items.slice(1) };

    expect(changeTemplate(written, 'digest', randomUUID).items).toEqual(written.items);
  });

  it('adds the list of those present for minutes, once', () => {
    const begun = begin('digest');
    const written = { ...begun, items: [...begun.items, ...begun.items] };
    const minutes = changeTemplate(written, 'meeting_record', randomUUID);

    expect(kinds(minutes)).toEqual(['attendance', '重点摘编', '重点摘编']);
    expect(changeTemplate(minutes, 'meeting_record', randomUUID).items).toEqual(minutes.items);
  });
});
