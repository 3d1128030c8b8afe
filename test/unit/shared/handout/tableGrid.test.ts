import { describe, expect, it } from 'vitest';
import { tableGrid, tableOfPassage } from '../../../../shared/handout/tableGrid.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

// 类别 spans the two rows below it; the header is one row.
const text = '类别\t指标\t2025年\n经济\t增速\t6%\n投资\t8%\n民生\t住房\t61';
const cells = [
  [0, 0, 1, '类别'],
  [0, 1, 1, '指标'],
  [0, 2, 1, '2025年'],
  [1, 0, 2, '经济'],
  [1, 1, 1, '增速'],
  [1, 2, 1, '6%'],
  [2, 1, 1, '投资'],
  [2, 2, 1, '8%'],
  [3, 0, 1, '民生'],
  [3, 1, 1, '住房'],
  [3, 2, 1, '61'],
] as const;
const content = makeDocument({
  id: 'd',
  segments: [
    { kind: 'paragraph', text: '前文。' },
    {
      kind: 'table',
      text,
      detail: {
        columns: 3,
        headerRows: 1,
        cells: cells.map(([row, column, rowSpan, words]) => {
          const start = text.indexOf(words);
          return { row, column, rowSpan, columnSpan: 1, start, end: start + words.length };
        }),
      },
    },
  ],
});
const table = content.segments[1];

function passage(words: string) {
  const start = content.text.indexOf(words);
  return { start, end: start + words.length };
}

function gridOf(...passages: readonly string[]) {
  if (table === undefined) throw new Error('no table');
  const grid = tableGrid(content.text, table, passages.map(passage));
  const plain = (rows: (typeof grid)['head']) =>
    rows.map((row) => row.map((cell) => (cell.isQuoted ? cell.text : `(${cell.text})`)));
  return { head: plain(grid.head), passages: grid.passages.map(plain), grid };
}

describe('a passage of a table', () => {
  it('is told from running text and from a single cell', () => {
    expect(tableOfPassage(content, passage('增速\t6%'))?.id).toBe(table?.id);
    expect(tableOfPassage(content, passage('增速'))).toBeNull();
    expect(tableOfPassage(content, passage('前文。'))).toBeNull();
    expect(tableOfPassage(content, passage('前文。\n类别\t指标'))).toBeNull();
  });

  it('stands under the header of its own columns', () => {
    expect(gridOf('投资\t8%')).toMatchObject({
      head: [['(指标)', '(2025年)']],
      passages: [[['投资', '8%']]],
    });
  });

  it('keeps merged cells merged and fills what it does not hold', () => {
    const { head, passages, grid } = gridOf('经济\t增速\t6%\n投资\t8%\n民生\t住');

    expect(head).toEqual([['(类别)', '(指标)', '(2025年)']]);
    expect(passages).toEqual([
      [
        ['经济', '增速', '6%'],
        ['投资', '8%'],
        ['民生', '住', '()'],
      ],
    ]);
    expect(grid.passages[0]?.[0]?.[0]?.rowSpan).toBe(2);
  });

  it('quotes the header where it begins in it', () => {
    expect(gridOf('指标\t2025年\n经济\t增速\t6%')).toMatchObject({
      head: [['()', '指标', '2025年']],
      passages: [[['经济', '增速', '6%']]],
    });
  });

  it('shares its columns with other rows of the same table', () => {
    expect(gridOf('增速\t6%', '民生\t住房')).toMatchObject({
      passages: [[['()', '增速', '6%']], [['民生', '住房', '()']]],
    });
  });
});
