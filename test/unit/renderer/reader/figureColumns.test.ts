import { expect, test } from 'vitest';
import { figureColumns } from '../../../../renderer/reader/figureColumns.ts';
import { tableCells } from '../../../support/tableCells.ts';

function columnsOf(text: string): readonly number[] {
  return [...figureColumns(tableCells(text), text, 1)];
}

test('a column of figures is told from columns of words', () => {
  expect(columnsOf('指标\t2020年\t属性\n总值\t6.50%\t预期性\n家数\t1837\t约束性')).toEqual([1]);
});

test('a figure may carry a word, a range or a sign; a dash stands for none', () => {
  expect(columnsOf('年\t目标\n2020年\t7左右\n2025年\t30—32\n2030年\t≥6\n2035年\t—')).toEqual([
    0, 1,
  ]);
});

test('words between the figures are borne until there is one for every two', () => {
  expect(columnsOf('率\n50\n100\n完成市下达任务')).toEqual([0]);
  expect(columnsOf('率\n50\n完成市下达任务')).toEqual([]);
});

test('an empty cell says nothing, and neither does an empty column', () => {
  expect(columnsOf('甲\t乙\t丙\n1\t\t\n\t\t3')).toEqual([0, 2]);
});

test('a sentence that begins with a figure is text', () => {
  expect(columnsOf('任务\n1项工作由市科技局牵头并会同有关部门落实\n2')).toEqual([]);
});
