import { describe, expect, it } from 'vitest';
import { layOutChunks, segmentsOf } from '../../../../renderer/reader/block.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

describe('layOutChunks', () => {
  it('gathers lists, boxes and tables with their titles, and begins anew at headings', () => {
    const { segments } = makeDocument({
      id: 'plan',
      segments: [
        { kind: 'heading', text: '第一篇 开放', level: 1 },
        { kind: 'heading', text: '第一章 基础', level: 2 },
        { kind: 'paragraph', text: '一段。' },
        { kind: 'list_item', text: '——甲' },
        { kind: 'list_item', text: '——乙' },
        { kind: 'table_title', text: '表1', detail: { group: 1 } },
        { kind: 'table', text: '甲\t乙', detail: { group: 1 } },
        { kind: 'heading', text: '第二章 环境', level: 2 },
        { kind: 'callout_title', text: '专栏1', detail: { group: 7 } },
        { kind: 'callout', text: '内容。', detail: { group: 7 } },
        { kind: 'callout_title', text: '专栏2', detail: { group: 8 } },
      ],
    });

    const chunks = layOutChunks(segments);

    expect(chunks.map((chunk) => chunk.blocks.map((block) => block.kind))).toEqual([
      ['segment', 'segment', 'segment', 'list', 'table'],
      ['segment', 'box', 'box'],
    ]);
  });

  it('loses no segment and changes no order, however long the section', () => {
    const { segments } = makeDocument({
      id: 'law',
      segments: Array.from({ length: 200 }, (_, index) => ({
        kind: index % 7 === 0 ? ('list_item' as const) : ('paragraph' as const),
        text: `第${index}条 ${'文'.repeat(100)}`,
      })),
    });

    const chunks = layOutChunks(segments);

    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.flatMap((chunk) => chunk.blocks.flatMap(segmentsOf))).toEqual(segments);
  });
});
