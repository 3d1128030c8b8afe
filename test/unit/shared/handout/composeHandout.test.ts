import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../../shared/handout/composeHandout.ts';
import { handoutFile } from '../../../../shared/handout/handoutFile.ts';
import { handoutMarkdown } from '../../../../shared/handout/handoutMarkdown.ts';
import { handoutText } from '../../../../shared/handout/handoutText.ts';
import { makeDocument } from '../../../support/makeDocument.ts';
import { tableCells } from '../../../support/tableCells.ts';
import {
  anchorOf,
  exampleDocuments,
  exampleHandout,
  exampleSource,
  makeHandout,
  planSentence,
  privateWords,
} from '../../../support/handoutExample.ts';

const facilitator = composeHandout(exampleHandout(), exampleSource(), 'facilitator');
const members = composeHandout(exampleHandout(), exampleSource(), 'members');

describe('composing a handout', () => {
  it('numbers headings and questions by itself', () => {
    const numbers = facilitator.blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'question' ? [block.number] : [],
    );

    expect(numbers).toEqual(['一、', '（一）', '二、', '三、', '1.', '2.']);
  });

  it('quotes the source to the letter, with nothing around it', () => {
    const [excerpt] = facilitator.blocks.filter((block) => block.kind === 'excerpt');

    expect(excerpt?.quotation).toMatchObject({ text: planSentence, status: 'equal' });
    expect(excerpt?.quotation.citation).toBe(
      '《苏州工业园区国民经济和社会发展第十四个五年规划》第二篇第四章第一节，第1段',
    );
  });

  it('carries the status of a draft into the head and into its citation', () => {
    const drafts = facilitator.blocks.filter((block) => block.kind === 'excerpt');

    expect(facilitator.statusLine).toBe('含征求意见稿引文');
    expect(drafts[1]?.quotation.citation).toMatch(/（征求意见稿）$/u);
  });

  it('adds up the minutes of the agenda for the facilitator alone', () => {
    expect(facilitator.totalMinutes).toBe(60);
    expect(members.totalMinutes).toBeNull();
  });

  it.each([
    ['HTML', handoutFile],
    ['Markdown', handoutMarkdown],
    ['text', handoutText],
  ])(
    'leaves everything private out of the members’ %s and nothing out of the facilitator’s',
    (_, write) => {
      for (const words of privateWords) {
        expect(write(facilitator)).toContain(words);
        expect(write(members)).not.toContain(words);
      }
      expect(write(members)).not.toContain('分钟');
      expect(write(members)).not.toContain('00000000-0000-4000');
    },
  );

  it('reads the lead and the participants of a task from the document and keeps 等', () => {
    const table = facilitator.blocks.find(
      (block) => block.kind === 'table' && block.title === '任务清单',
    );

    expect(table?.kind === 'table' && table.body[0]?.rows[0]?.slice(1)).toMatchObject([
      { kind: 'text', text: '市工信局' },
      { kind: 'text', text: '市科技局、市发改委等' },
      { kind: 'text', text: '第1段' },
    ]);
  });

  it('prints no word for an answer that is not there', () => {
    const handout = makeHandout([{ kind: 'question', text: '为何？', answer: ' \n' }]);

    expect(handoutText(composeHandout(handout, exampleSource(), 'facilitator'))).not.toContain(
      '参考答案',
    );
  });

  it('keeps the columns of a table with merged cells in plain text', () => {
    const text = '类别\t指标\t2025年\n经济\t增速\t6%\n投资\t8%';
    const cells = tableCells(text).map((cell) => {
      if (cell.row === 2) return { ...cell, column: cell.column + 1 };
      return cell.row === 1 && cell.column === 0 ? { ...cell, rowSpan: 2 } : cell;
    });
    const content = makeDocument({
      id: 'merged',
      segments: [{ kind: 'table', text, detail: { columns: 3, headerRows: 1, cells } }],
    });
    const handout = makeHandout([
      {
        kind: 'excerpt',
        anchor: anchorOf(content, text),
        annotationId: null,
        editedQuote: null,
        withNote: false,
      },
    ]);

    const model = composeHandout(handout, exampleSource([content]), 'members');

    expect(handoutText(model)).toContain('类别\t指标\t2025年\n经济\t增速\t6%\n\t投资\t8%\n');
  });

  it('numbers citations in the order of the quotations when they are notes', () => {
    const model = composeHandout(
      exampleHandout({ citationStyle: 'footnote', citationFormat: 'short' }),
      exampleSource(),
      'members',
    );

    expect(model.notes).toEqual([
      '《苏州工业园区国民经济和社会发展第十四个五年规划》第1段',
      '《关于推进数字经济的指导意见》第1段（征求意见稿）',
    ]);
  });

  it('marks an edited quotation and shows what was changed', () => {
    const anchor = anchorOf(exampleDocuments[0], '到2025年，高新技术企业突破5000家。');
    const handout = makeHandout([
      {
        kind: 'excerpt',
        anchor,
        annotationId: null,
        editedQuote: '到2025年，高新技术企业突破6000家。',
        withNote: false,
      },
    ]);

    const [block] = composeHandout(handout, exampleSource(), 'members').blocks;

    expect(block?.kind === 'excerpt' && block.quotation).toMatchObject({
      status: 'edited',
      runs: [
        { kind: 'same', text: '到2025年，高新技术企业突破' },
        { kind: 'removed', text: '5' },
        { kind: 'added', text: '6' },
        { kind: 'same', text: '000家。' },
      ],
    });
    expect(block?.kind === 'excerpt' && block.quotation.citation).toMatch(/（引文有改动）$/u);
  });
});
