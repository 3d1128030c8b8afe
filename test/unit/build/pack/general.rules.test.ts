// The general rules on real lines, one rule a case.

import { describe, expect, it } from 'vitest';
import { buildText, describeSegments } from '../../../support/buildText.ts';

const PROSE =
  '深化学习借鉴新加坡经验，探索在科技与知识产权、跨境投资、金融、贸易与物流等领域建立与新加坡常态化合作机制。';

function segmentsOf(...lines: readonly string[]): readonly string[] {
  return describeSegments(buildText(lines.join('\n')));
}

function removedFrom(...lines: readonly string[]): Readonly<Record<string, string>> {
  const source = buildText(lines.join('\n'));
  const removed: Record<string, string> = {};
  for (const { start, end, reason } of source.removals) {
    removed[reason] = (removed[reason] ?? '') + source.text.slice(start, end);
  }
  return removed;
}

describe('headings', () => {
  it('have the rank of their number, in Chinese numerals or digits', () => {
    expect(
      segmentsOf(
        '序 言',
        PROSE,
        '第一篇 率先开启社会主义现代化建设新征程     ',
        '第一章 发展基础',
        PROSE,
        '第4节 健全基本公共服务体制',
        PROSE,
        '第17章 打造长三角数字经济高地',
        PROSE,
      ).filter((segment) => segment.startsWith('heading')),
    ).toEqual([
      'heading1 序言',
      'heading1 第一篇 率先开启社会主义现代化建设新征程',
      'heading2 第一章 发展基础',
      'heading3 第4节 健全基本公共服务体制',
      'heading2 第17章 打造长三角数字经济高地',
    ]);
  });

  it('are found behind, between and in front of bookmarks', () => {
    expect(
      segmentsOf(
        '[bookmark: _Toc60391364][bookmark: _Toc61532954]序 言',
        PROSE,
        '第4节 [bookmark: _Toc60391415][bookmark: _Toc61533004]健全基本公共服务体制',
        PROSE,
        '[bookmark: _Toc1][bookmark: _Toc2] \t第二十四章 建设协同治理的平安园区',
        PROSE,
      ).filter((segment) => segment.startsWith('heading')),
    ).toEqual([
      'heading1 序言',
      'heading1 第4节 健全基本公共服务体制',
      'heading1 第二十四章 建设协同治理的平安园区',
    ]);
  });

  it('without a number are as high as their sisters with the same marks', () => {
    expect(
      segmentsOf(
        '# 某某法',
        '## 第一章 总则',
        PROSE,
        '## 第二章 罚则',
        PROSE,
        '## 附则',
        PROSE,
      ).filter((segment) => segment.startsWith('heading')),
    ).toEqual(['heading1 某某法', 'heading2 第一章 总则', 'heading2 第二章 罚则', 'heading2 附则']);
  });
});

describe('the head of a document', () => {
  it('has a title over several lines, a number, a status and a date of their own kinds', () => {
    expect(
      segmentsOf(
        '苏州市推进数字经济时代产业创新',
        '集群发展的指导意见',
        '（征求意见稿）',
        '苏府〔2022〕5号',
        '2022年1月13日',
        PROSE,
        '一、总体要求',
        PROSE,
        '苏州市人民政府',
        '2022年1月20日',
      ),
    ).toEqual([
      'heading1 苏州市推进数字经济时代产业创新集群发展的指导意见',
      'subtitle （征求意见稿）',
      'label 苏府〔2022〕5号',
      'dateline 2022年1月13日',
      `paragraph ${PROSE}`,
      'heading2 一、总体要求',
      `paragraph ${PROSE}`,
      'issuer 苏州市人民政府',
      'dateline 2022年1月20日',
    ]);
  });

  it('has a title of one line above a first heading or a first sentence', () => {
    expect(segmentsOf('# 工作要点', '## 重点任务', PROSE)[0]).toBe('heading1 工作要点');
    expect(segmentsOf('园区发展回顾', PROSE, '关于下一步的意见', PROSE)[0]).toBe(
      'heading1 园区发展回顾',
    );
  });
});

describe('noise', () => {
  it('is removed with its reason', () => {
    expect(
      removedFrom(
        `[bookmark: _Toc17435]${PROSE}`,
        '[image: 图片包含 地图',
        '',
        '描述已自动生成]',
        ' 描述已自动生成]',
        '图1 园区城市空间布局',
        PROSE,
        '\t 84 ',
        '',
        `${PROSE}\ufffd`,
        '---',
        '<!-- INFO END -->',
        PROSE,
      ),
    ).toMatchObject({
      bookmark: '[bookmark: _Toc17435]',
      image_placeholder: '[image:图片包含地图描述已自动生成]描述已自动生成]',
      page_number: '84',
      replacement_character: '\ufffd',
      rule: '---',
      comment: '<!-- INFO END -->',
    });
  });

  it('is passed on a line of blanks without end in no time', () => {
    expect(segmentsOf(PROSE, ' '.repeat(1_000_000), PROSE)).toHaveLength(2);
  });

  it('is no number that could be a cell of a table printed line by line', () => {
    expect(removedFrom('名称', '数量', '学校', '12', '医院', '7', PROSE)).not.toHaveProperty(
      'page_number',
    );
  });
});

describe('paragraphs', () => {
  it.each([
    ['金融机构总', '数达到1099家。'],
    ['2020年研发经费支出占地区生产', '[bookmark: _Toc17435]总值比重达4.5%。'],
    ['国家高新技术企业突破5000家，', '累计引进高层次人才超过4万人。'],
    ['强化数据治理、', '推动数据共享。'],
  ])('cut by a page are one again: %s + %s', (head, tail) => {
    const start = `改革开放迈上新台阶，${PROSE.slice(0, -1)}，${head}`;

    expect(segmentsOf('第一章 发展基础', PROSE, start, tail, PROSE)).toEqual([
      'heading1 第一章 发展基础',
      `paragraph ${PROSE}`,
      `paragraph ${start}${tail.replace(/^\[.*\]/, '')}`,
      `paragraph ${PROSE}`,
    ]);
  });

  it.each([
    ['a list whose lines end with commas', '委员长，', '副委员长若干人，', '秘书长，'],
    ['formulas', '季工作日：250天÷4季＝62.5天', '月工作日：250天÷12月＝20.83天', '以上为准。'],
  ])('stay apart in %s', (_what, ...lines) => {
    expect(segmentsOf('第一章 总则', ...lines)).toHaveLength(lines.length + 1);
  });
});

describe('boxes', () => {
  it('end at the empty line, and the section goes on', () => {
    expect(
      segmentsOf(
        '第一节 布局重大科技创新平台',
        PROSE,
        '\t专栏2 姑苏实验室重点发展方向',
        '电子信息材料：5G和6G无线通信与光通信材料、新型显示材料等。',
        '尖端战略材料：石墨烯材料、先进金属结构材料等。',
        '',
        '',
        PROSE,
      ),
    ).toEqual([
      'heading1 第一节 布局重大科技创新平台',
      `paragraph ${PROSE}`,
      'callout_title 专栏2 姑苏实验室重点发展方向',
      'callout 电子信息材料：5G和6G无线通信与光通信材料、新型显示材料等。',
      'callout 尖端战略材料：石墨烯材料、先进金属结构材料等。',
      `paragraph ${PROSE}`,
    ]);
  });
});

describe('tables', () => {
  it('have one cell a line in Word exports, go on in the next line, and merge empty cells', () => {
    const source = buildText(
      [
        '表1 主要指标',
        ...['\t类别', '\t指标', '\t2020年', '目标值', ''],
        ...[
          '\t全方位',
          '开放高地',
          '\t总部数（家）',
          '\t—',
          '',
          '\t',
          '\t外籍人数（人）',
          '\t6000',
          '',
        ],
        '',
        PROSE,
      ].join('\n'),
    );
    const table = source.documents[0]?.segments.find(({ kind }) => kind === 'table');
    const text = source.documents[0]?.text.text ?? '';

    expect(describeSegments(source).slice(0, 2)).toEqual([
      'table_title 表1 主要指标',
      'table 类别\t指标\t2020年目标值\n全方位开放高地\t总部数（家）\t—\n外籍人数（人）\t6000',
    ]);
    expect(
      table?.detail.cells?.map((cell) => [
        cell.row,
        cell.rowSpan,
        text.slice(cell.start, cell.end),
      ]),
    ).toEqual([
      [0, 1, '类别'],
      [0, 1, '指标'],
      [0, 1, '2020年目标值'],
      [1, 2, '全方位开放高地'],
      [1, 1, '总部数（家）'],
      [1, 1, '—'],
      [2, 1, '外籍人数（人）'],
      [2, 1, '6000'],
    ]);
  });

  it('are read from Markdown', () => {
    expect(segmentsOf('# 清单', '| 序号 | 名称 |', '| --- | :-: |', '| 1 | 锌 |', PROSE)).toEqual([
      'heading1 清单',
      'table 序号\t名称\n1\t锌',
      `paragraph ${PROSE}`,
    ]);
  });
});

describe('footnotes', () => {
  it('leave the word whole and stand behind their paragraph, linked both ways', () => {
    const source = buildText(
      [
        '第一节 打造消费城市',
        '提高土地利用效益。探索XOD[footnoteRef:6]复合开发新模式，引领城市土地一体化开发，完善正向激 [6:  是TOD（交通导向）的统称。',
        '] ',
        '',
        '励和反向倒逼机制。',
      ].join('\n'),
    );
    const [, host, footnote] = source.documents[0]?.segments ?? [];

    expect(describeSegments(source)).toEqual([
      'heading1 第一节 打造消费城市',
      'paragraph 提高土地利用效益。探索XOD复合开发新模式，引领城市土地一体化开发，完善正向激励和反向倒逼机制。',
      'footnote 是TOD（交通导向）的统称。',
    ]);
    expect(footnote?.detail).toEqual({ marker: '6', host: host?.id });
    expect(host?.detail.footnoteMarks).toEqual([
      {
        marker: '6',
        offset: (host?.start ?? 0) + '提高土地利用效益。探索XOD'.length,
        footnoteId: footnote?.id,
      },
    ]);
  });
});

describe('contents entries', () => {
  it('lose dots and page number and point to the heading', () => {
    const source = buildText(
      [
        '# 工作规划',
        '第一章 发展基础 ........ 1',
        '第二章 发展环境………… 12',
        '## 第一章 发展基础',
        PROSE,
        '## 第二章 发展环境',
        PROSE,
      ].join('\n'),
    );
    const segments = source.documents[0]?.segments ?? [];
    const headings = segments.filter(({ kind }) => kind === 'heading');

    expect(describeSegments(source).slice(1, 3)).toEqual([
      'toc_entry 第一章 发展基础',
      'toc_entry 第二章 发展环境',
    ]);
    expect(segments.slice(1, 3).map(({ detail }) => detail.target)).toEqual(
      headings.slice(1).map(({ id }) => id),
    );
  });
});
