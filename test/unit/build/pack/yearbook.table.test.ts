import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../../build/pack/text/ledger.ts';
import { fromSource } from '../../../../build/pack/text/mappedText.ts';
import { tableByNumber } from '../../../../build/pack/yearbook/tableByNumber.ts';

const header = '序\u2003 号 类\u2003 别 指标名称 2020年目标值 指标属性';

/** Rows of a table, cells between |; - stands for a cell merged with the one above. */
function read(...lines: readonly string[]) {
  const table = tableByNumber(
    lines.map((line) => fromSource(line, 0, line.length)),
    openLedger(),
  );
  if (table === null) return null;
  const { text, detail } = table.segment;
  const rows: string[][] = [];
  for (const cell of detail?.cells ?? []) {
    const row = (rows[cell.row] ??= Array.from({ length: detail?.columns ?? 0 }, () => '-'));
    row[cell.column] = text.text.slice(cell.start, cell.end);
  }
  return { taken: table.taken, rows: rows.map((row) => row.join('|')) };
}

describe('a table printed line by line', () => {
  it('has the category behind the number of the first row that it stands for', () => {
    expect(
      read(
        header,
        '1',
        '经济结构',
        '地区生产总值年均增长速度 7%左右 预期性',
        '2 服务业增加值占地区生产总值比重 50%左右 预期性',
        '3',
        '创新发展',
        '全社会R&D经费占地区生产总值比重 5%以上 预期性',
      )?.rows,
    ).toEqual([
      '序号|类别|指标名称|2020年目标值|指标属性',
      '1|经济结构|地区生产总值年均增长速度|7%左右|预期性',
      '2|-|服务业增加值占地区生产总值比重|50%左右|预期性',
      '3|创新发展|全社会R&D经费占地区生产总值比重|5%以上|预期性',
    ]);
  });

  it('has cells that go on in the next line', () => {
    expect(
      read(
        header,
        '1',
        '人民生活',
        '区域常住人口（万人） 96 预期性',
        '2 居民人均可支配收入增幅',
        '高于地区生产\ufffd',
        '总值增幅',
        '预期性',
      )?.rows.at(-1),
    ).toBe('2|-|居民人均可支配收入增幅|高于地区生产总值增幅|预期性');
  });

  it.each([
    ['2 万元地区生产总值COD排放强度（千克\u200a/万元） 完成市下达目标 约束性', '（千克/万元）'],
    [
      '2 人均设施面积（平方米） \u2003\u2003\u2002\u200a    0.3 约束性',
      '人均设施面积（平方米）|0.3|',
    ],
    ['2 每万人当年新增发明专利授权数（件） 30—32 预期性', '|30—32|'],
    ['2 每千人拥有医生数（ 人 ） 2.5 约束性', '数（人）|2.5|'],
  ])('parts the cells of "%s" where they part', (line, part) => {
    const rows = read(header, '1', '资源环境', '能耗降幅 完成市下达目标 约束性', line)?.rows;
    expect(rows?.at(-1)).toContain(part);
    expect(rows?.at(-1)?.split('|')).toHaveLength(5);
  });

  it('ends where its rows end', () => {
    const rows = ['1 甲类 指标 5 预期性', '2 乙类 指标 6 预期性'];
    expect(read(header, ...rows, '“十三五”期间，园区始终坚持以', '习近平新时代')).toMatchObject({
      taken: 3,
    });
  });

  it.each([
    ['no rows', [header]],
    ['a row without its cells', [header, '1', '2 指标 5 预期性']],
    ['rows without numbers', [header, '甲 乙 丙 丁 戊', '甲 乙 丙 丁 戊', '甲 乙 丙 丁 戊']],
    ['a header of two words', ['指标 数值', '1 5', '2 6', '3 7']],
  ])('is none with %s', (_, lines) => {
    expect(read(...lines)).toBeNull();
  });
});
