import { describe, expect, it } from 'vitest';
import type { DraftSegment } from '../../../../build/pack/draft.ts';
import { isoDate } from '../../../../build/pack/general/isoDate.ts';
import { markTasks } from '../../../../build/pack/general/markTasks.ts';
import { numberingOf } from '../../../../build/pack/general/numbering.ts';
import { segmentLines } from '../../../../build/pack/general/segmentLines.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { studySegmenter } from '../../../../build/pack/study/studySegmenter.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';

function segment(...lines: readonly string[]): readonly DraftSegment[] {
  return segmentLines(splitLines(lines.join('\n\n')), openLedger(), 1);
}

function texts(segments: readonly DraftSegment[]): readonly string[] {
  return segments.map((one) => one.text.text);
}

function outline(segments: readonly DraftSegment[]): readonly string[] {
  return segments
    .filter((one) => one.kind === 'heading')
    .map((one) => `${String(one.level ?? 0)} ${one.text.text}`);
}

function leads(segments: readonly DraftSegment[]): readonly string[] {
  return segments.flatMap(({ text, detail }) =>
    (detail?.leads ?? []).map((lead) => text.text.slice(lead.start, lead.end)),
  );
}

describe('a paragraph that a page cut in two', () => {
  it.each([
    [
      'in a word',
      '对持续推进新时代党的建设提出明确要求，完全符合中央',
      '精神、符合江苏实际，充分体现坚强决心。',
    ],
    ['behind one character', '引进不少于一定数量的博士后研究人员，新增省', '级百家。'],
    ['behind a comma', '立足新发展阶段，服务构建新发展格局，', '坚定不移实施创新驱动战略。'],
    ['in a short line', '在“两个百年”，', '这片土地是起笔之处。'],
    ['in a quotation', '攻克一批“卡脖', '子”关键核心技术。'],
    ['in a bracket of mixed widths', '品牌。（市工信局、市生态环境局', '市商务局等参与)'],
  ])('is one again: %s', (_where, head, tail) => {
    expect(texts(segment(head, tail))).toEqual([`${head}${tail}`]);
  });

  it.each([
    [
      'a semicolon',
      '新建投入超亿元研发机构 2 家、平台 2 个；',
      '投入 3000 万元，实施人才引进计划。',
    ],
    ['a full stop', '小寒不寒，心向暖阳。', '苏州举行新年第一会。'],
    ['an item', '加快建设社会主义现代化强市的一系列重大任务', '2. 加快创新集群的递进生成。'],
    ['a dash', '作出贡献，实现以下三个阶段的主要发展目标要求', '——到2025年，取得实质性进展。'],
    ['a heading', '江苏省第十四次党代会报告明确对苏州提出有关任务', '## 附件 2'],
    ['a closed quotation', '这位负责人说：“搬不走、压不垮、拆不散。', '他还说：“大有可为。”'],
  ])('is left as two at %s', (_where, head, tail) => {
    expect(segment(head, tail)).toHaveLength(2);
  });
});

describe('levels of headings', () => {
  it('come from the numbers, whatever Markdown says', () => {
    const found = outline(
      segment(
        '### 三、发展目标',
        '立足苏州实际。',
        '### 四、重点举措',
        '#### （一）聚焦“新路径”，催生高水平创新集群',
        '1. 强化数字经济创新布局。增强能力。',
        '## **（二）聚焦“新动能”，培育高能级创新主体**',
        '2. 布局平台。推进建设。',
        '**五、组织保障**',
      ),
    );
    expect(found).toEqual([
      '1 三、发展目标',
      '1 四、重点举措',
      '2 （一）聚焦“新路径”，催生高水平创新集群',
      '2 （二）聚焦“新动能”，培育高能级创新主体',
      '1 五、组织保障',
    ]);
  });

  it('never skip one: 1. below 一、 is the second', () => {
    const found = outline(
      segment('## 二、总体思路', '### 1. 基本原则', '——规划先行。', '## 2. 建设目标'),
    );
    expect(found).toEqual(['1 二、总体思路', '2 1.基本原则', '2 2.建设目标']);
  });

  it('put an annex with its title above the numbers in it', () => {
    const found = outline(
      segment(
        '#### 四、压实工作责任',
        '要认真落实。',
        '## 附件 1',
        '## 苏州市贯彻落实报告',
        '## 重点任务 分解方案',
        '### 一、加快自立自强',
      ),
    );
    expect(found).toEqual([
      '1 四、压实工作责任',
      '1 附件1 苏州市贯彻落实报告重点任务分解方案',
      '2 一、加快自立自强',
    ]);
  });

  it('come from the place where nothing is numbered', () => {
    const found = outline(
      segment('### 张家港市', '#### 建设平台', '正文。', '## 常熟市', '### 科技招商', '正文。'),
    );
    expect(found).toEqual(['1 张家港市', '2 建设平台', '1 常熟市', '2 科技招商']);
  });

  it('do not make a heading of a bold item', () => {
    expect(segment('**1. 加强组织领导。**要统筹推进。')[0]).toMatchObject({
      kind: 'list_item',
      detail: { number: '1' },
    });
  });
});

describe('leads', () => {
  it.each([
    ['a bold sentence behind a number', ['**2. 发展目标。**全面推进现代化。'], ['发展目标。']],
    ['behind a dash', ['——**创新驱动，激发活力。**树立全球视野。'], ['创新驱动，激发活力。']],
    [
      'several in one paragraph',
      ['**3. 工作原则。坚持党的领导。**落实原则。**坚持产才融合。**以才兴产。'],
      ['工作原则。坚持党的领导。', '坚持产才融合。'],
    ],
    [
      'one that a page cut in a word',
      [
        '**48. 坚持用习近平新时代中国特色社会主义思想铸魂育人，坚**',
        '持社会主义核心价值观体系，建设文化强市。',
      ],
      ['坚持用习近平新时代中国特色社会主义思想铸魂育人，'],
    ],
    [
      'a series without bold type',
      [
        '政府推动，市场主导。充分发挥作用。',
        '前瞻布局，系统谋划。坚持面向未来。',
        '创新驱动。坚持核心地位。',
      ],
      ['政府推动，市场主导。', '前瞻布局，系统谋划。', '创新驱动。'],
    ],
    [
      'none in a paragraph that is bold as a whole',
      ['**35. 深化河长制，建设生态美丽河湖群。**'],
      [],
    ],
    [
      'none where only some open with a short sentence',
      ['甲先行。后来居上。', '乙跟进。', '丙随后。再来。'],
      [],
    ],
    ['none for a bold word in a sentence', ['我们强调**创新**的作用。'], []],
  ])('%s', (_name, lines, expected) => {
    expect(leads(segment(...lines))).toEqual(expected);
  });
});

describe('tasks', () => {
  it('take the clause that stands alone behind them', () => {
    const [task, ...others] = markTasks(
      segment('**66. 毫不动摇巩固公有制经济**，利润超200亿元。', '(市国资委牵头，市发改委等参与)'),
    );
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      kind: 'task',
      detail: { number: '66', participantsOpenEnded: true },
    });
  });

  it('have the number of their heading where they have none themselves', () => {
    const marked = markTasks(
      segment(
        '## 五、加快高铁建设',
        '配合加快前期工作。（市交通局牵头，市发改委等参与）',
        '另一项工作。（市水务局牵头）',
      ),
    );
    expect(marked.map((one) => one.detail?.number)).toEqual([undefined, '五', undefined]);
  });

  it('lose a lead that nothing but the clause follows', () => {
    expect(
      leads(markTasks(segment('**46. 实施普法规划。**（市司法局牵头，市信访局等参与）'))),
    ).toEqual([]);
  });
});

describe('numbers of headings and items', () => {
  it.each([
    ['第一篇 总则', 'book', '一'],
    ['第17章 文化', 'chapter', '17'],
    ['第4节 教育', 'section', '4'],
    ['十、坚持和加强党的全面领导', 'comma', '十'],
    ['（六）聚焦', 'bracket', '六'],
    ['(一)总体要求', 'bracket', '一'],
    ['100. 各级党组织', 'digit', '100'],
    ['3、其他', 'digit', '3'],
    ['（2）要求', 'digit_bracket', '2'],
    ['①一是', 'circle', '①'],
  ])('%s', (text, style, number) => {
    expect(numberingOf(text)).toMatchObject({ style, number });
  });

  it.each([['3.5%左右'], ['2022年全面开工'], ['一是坚持'], ['（来源：苏州日报）'], ['十四五规划']])(
    'are none in %s',
    (text) => {
      expect(numberingOf(text)).toBeNull();
    },
  );
});

describe('small lines', () => {
  it.each([
    ['(2021年12月29日)', 'dateline'],
    ['（来源：新华每日电讯，2021 年 1 月 6 日）', 'byline'],
    ['附件：', 'label'],
    ['小寒不寒，心向暖阳。', 'paragraph'],
    ['——到 2030 年，基本建成人才发展现代化强市。', 'list_item'],
  ])('%s', (line, kind) => {
    expect(segment(line)[0]?.kind).toBe(kind);
  });
});

describe('a signature', () => {
  it('is the issuer above the date', () => {
    const kinds = segment('特此通知。', '苏州市人民政府办公室', '二〇二一年十二月二十九日').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['paragraph', 'issuer', 'dateline']);
  });
});

describe('dates', () => {
  it.each([
    ['(2021年12月29日)', '2021-12-29'],
    ['2022 年 1 月 3 日', '2022-01-03'],
    ['二〇二一年十二月二十九日', '2021-12-29'],
    ['二○一○年十月二十日', '2010-10-20'],
    ['二〇〇九年一月十日', '2009-01-10'],
    ['2021年12月29日通过', null],
    ['2021年12月', null],
  ])('%s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});

describe('a compilation', () => {
  const compilation = [
    '# 学习资料汇编',
    '目录',
    '一、关于加强基层治理的意见（试行） …… 1',
    '二、调研报告 ..... 12',
    '# 关于加强基层治理',
    '# 的意见（试行）',
    '一、总体要求',
    '要认真落实。',
    '# 调研报告',
    '报告正文。',
  ];

  it('is cut where the titles of its contents list stand again', () => {
    const lines = splitLines(compilation.join('\n\n'));
    expect(studySegmenter.recognises(lines)).toBe(true);
    const documents = studySegmenter.segment({ lines, ledger: openLedger() });
    expect(documents.map(({ role, title }) => [role, title])).toEqual([
      ['front_matter', '学习资料汇编'],
      ['document', '关于加强基层治理的意见（试行）'],
      ['document', '调研报告'],
    ]);
  });

  it('is not what a book with numbered chapters is', () => {
    const book = [
      '目录',
      '一、总则 ..... 1',
      '二、附则 ..... 9',
      '一、总则',
      '正文。',
      '二、附则',
      '正文。',
    ];
    expect(studySegmenter.recognises(splitLines(book.join('\n')))).toBe(false);
  });
});
