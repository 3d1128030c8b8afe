import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWrapped } from '../../../../build/pack/join/joinWrapped.ts';
import { lineWidth } from '../../../../build/pack/join/lineWidth.ts';
import { markOpeningSentences } from '../../../../build/pack/join/openingSentences.ts';
import { paragraphEnds } from '../../../../build/pack/join/paragraphEnds.ts';
import { settleGapped } from '../../../../build/pack/join/settleGapped.ts';
import { fromSource } from '../../../../build/pack/text/mappedText.ts';

function piece(text: string) {
  return fromSource(text, 0, text.length);
}

/** The lines of the paragraphs that the rule finds, each joined. */
function rejoin(lines: readonly string[]): readonly string[] {
  const ends = paragraphEnds(lines);
  const paragraphs: string[] = [];
  let start = 0;
  for (const [index, isEnd] of ends.entries()) {
    if (!isEnd) continue;
    paragraphs.push(lines.slice(start, index + 1).join(''));
    start = index + 1;
  }
  return paragraphs;
}

describe('the end of a paragraph in hard-wrapped lines', () => {
  it.each([
    [
      'a short last line',
      ['落实社会、企业、事业单位“五有”“一网格”防控措施，牢', '牢守住疫情防控网底。'],
      [
        '园区立足全局、着眼大局，准确把握新冠肺炎疫情形',
        '势变化，及时调整统筹新冠肺炎疫情防控和经济社会发展',
      ],
    ],
    [
      'a full last line, told by the lost indent of the next',
      [
        '辞辛劳，为疫情防控做出了重要贡献。各部门、各战线密',
        '切配合、通力协作，展现守土负责、守土尽责的精神风貌。',
      ],
      [
        '在这场波澜壮阔的抗疫斗争中，园区涌现了许多先进',
        '典型，一批先进集体和个人受到表彰。园区社会事业局、',
      ],
    ],
    [
      'a column that widens below a picture',
      ['企业参与松桃县“千企帮千村”活', '动，多年来开展定点帮扶活动。'],
      ['人才交流密切深入。双方结', '合实际需求，深入推进干部、教育、医护、农业等方面人才'],
    ],
    [
      'a quotation',
      [
        '关，将上海浦东机场货站服务前移至没有一类口岸的苏州',
        '自贸片区。航班落地后，直接在上海机场地面代理仓库一',
        '次性完成全部理货和舱单传送操作，海关放行后货物即可',
        '通过卡车航班转至苏州“虚拟空港”进行分拨，送抵企业。',
      ],
      [
        '“这种模式可以提升6小时以上的物流时效，节省15%—',
        '25%的物流成本，有效地为企业提效降费。”航港物流公司',
      ],
    ],
  ])('is seen at %s', (_, first, second) => {
    expect(rejoin([...first, ...second])).toEqual([first.join(''), second.join('')]);
  });

  it.each([
    [
      'a full stop at the end of a full line',
      [
        '就读。苏州市独墅湖医院、园区斜塘养老中心、唯亭西区养',
        '主法治示范社区的全面复核，社区法律顾问配备率100%。',
        '发布《苏州工业园区公共信用信息管理办法》，完成园区信',
        '用平台三期的开发和上线。',
      ],
    ],
    [
      'a full stop where the column widens',
      [
        '试点工作。聚焦“三个融合”特色，推动重点任',
        '务落地见效。园区围绕试点方案确定的6大类',
        '49项重点任务，狠抓序时进度，努力争先率先。',
        '坚持开放与创新融合，依托经开区、高新区、自贸区“三区',
        '叠加”优势，用好开放创新合作热力图、产业链全球合作对',
        '接图，促进开放赋能创新，着力构建开放型创新体系。坚持',
      ],
    ],
    [
      'a semicolon where the column narrows',
      [
        '年，园区在松桃县推广种植鸡头米，帮助当地掌握种植技',
        '术；引进冠玉枇杷品种，种植面积约33.3公顷；',
        '引进富硒技术，提高富硒百香果、富硒茶等产品',
        '竞争力。',
      ],
    ],
    ['a word in two', ['通管控、社会防控、新闻宣传、保障保供、市场监', '管、企业指导、教育防控。']],
    ['a number from its unit', ['项在全省示范推广，占比2—', '3项，共14', '项。']],
    ['a pair of brackets', ['术创新中心方案通过科技部论证，牛津大学高等研究院（苏', '州）启用。']],
  ])('is not seen behind %s', (_, lines) => {
    expect(rejoin(lines)).toEqual([lines.join('')]);
  });

  it('is seen behind a semicolon where the next item has a number', () => {
    expect(rejoin(['（一）规划实施有力；', '（二）项目推进有序；', '（三）保障到位。'])).toEqual([
      '（一）规划实施有力；',
      '（二）项目推进有序；',
      '（三）保障到位。',
    ]);
  });

  it('is found again in any text that was set with an indent, whatever the measure', () => {
    const word = fc.stringMatching(/^[一丁丂七丄丅丆万丈三上下]{12,60}$/);
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => `${words.join('，')}。`);
    const paragraph = fc.array(sentence, { minLength: 4, maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 14, max: 44 }),
        (paragraphs, measure) => {
          const lines = paragraphs.flatMap((text) => setInColumn(text, measure));
          expect(rejoin(lines)).toEqual(paragraphs);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});

/** Breaks a paragraph as a typesetter does: two characters of indent, no mark at the head of a line. */
function setInColumn(text: string, measure: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = measure - 2;
  for (const character of text) {
    if (line.length >= room && !/[，。]/.test(character)) {
      lines.push(line);
      line = '';
      room = measure;
    }
    line += character;
  }
  return [...lines, line];
}

describe('the width of a line', () => {
  it.each([
    ['园区经发委', 5],
    ['2020年', 3],
    ['17%', 1.85],
    ['（苏州）有限公司', 7.5],
    ['路”，“苏', 4],
    ['2.13亿元', 3.75],
    ['', 0],
  ])('of %s is %d em', (text, width) => {
    expect(lineWidth(text)).toBeCloseTo(width);
  });
});

describe('joined lines', () => {
  it.each([
    [['坚决贯彻习', '近平总书记'], '坚决贯彻习近平总书记'],
    [['医用防护服5000套、KN95', '口罩5万只'], '医用防护服5000套、KN95口罩5万只'],
    [['至20', '20年底'], '至2020年底'],
    [['西交SK', 'EMA国际创新创业园'], '西交SKEMA国际创新创业园'],
    [['General Artificial', 'Intelligence'], 'General Artificial Intelligence'],
    [['un cafe\u0301', 'noir'], 'un cafe\u0301 noir'],
  ])('%j are read as %s', (lines, text) => {
    expect(joinWrapped(lines.map(piece)).text).toBe(text);
  });
});

describe('a wide gap', () => {
  it.each([
    [' \u2003表1\u2003 园区指标执行情况', '表1\u2003园区指标执行情况'],
    ['服务创新\u2003 “放管服”改革', '服务创新\u2003“放管服”改革'],
    ['编委会      主任：冀伟      邮编：461000      电话', '编委会 主任：冀伟 邮编：461000 电话'],
    ['自 2013 年以来', '自2013年以来'],
  ])('in "%s" stays as one unit', (text, settled) => {
    expect(settleGapped(piece(text)).text).toBe(settled);
  });
});

describe('opening sentences', () => {
  const series = [
    '组织领导坚强有力。园区重视。',
    '政府社会合力参与。园区调动。',
    '人才交流密切深入。双方推进。',
  ];
  function leads(texts: readonly string[]): readonly (string | undefined)[] {
    const segments = texts.map((text) => ({ kind: 'paragraph', text: piece(text) }) as const);
    return markOpeningSentences(segments).map(({ text, detail }) =>
      detail?.leads?.map(({ start, end }) => text.text.slice(start, end)).join(''),
    );
  }

  it('lead their paragraphs where three or more do so', () => {
    expect(leads(series)).toEqual([
      '组织领导坚强有力。',
      '政府社会合力参与。',
      '人才交流密切深入。',
    ]);
  });

  it('are sentences like others where only one or two paragraphs have them', () => {
    expect(leads(['优质的项目在片区内扎根。恒力落户。', ...series.slice(0, 1)])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are not the only sentence, and have no comma', () => {
    expect(
      leads([...series, '全区深入推进落实。', '园区重视，成效显著。继续推进。']).slice(3),
    ).toEqual([undefined, undefined]);
  });
});
