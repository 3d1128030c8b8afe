import { describe, expect, it } from 'vitest';
import { newsletterSegmenter } from '../../../../build/pack/newsletter/newsletterSegmenter.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';

function read(...lines: readonly string[]) {
  const source = splitLines(lines.join('\n'));
  if (!newsletterSegmenter.recognises(source)) return null;
  const [document] = newsletterSegmenter.segment({ lines: source, ledger: openLedger() });
  return {
    ...document,
    segments: document?.segments.map(
      ({ kind, level, text }) => [kind, level, ' '].join('') + text.text,
    ),
  };
}

describe('a newsletter', () => {
  it('has a head of a line each: for whom, its name, issue, issuer and date', () => {
    expect(
      read(
        '内部资料  ',
        '领导参阅',
        '# 决策参阅',
        '第 7 期  ',
        '(总第 421 期)',
        '许昌市科技创新公共服务中心',
        '二〇二二年四月十五日',
        '## 苏州工业园区开放创新高地因何崛起？',
        '作为我国首个开放创新综合试验区，加强区域互补。',
      ),
    ).toEqual({
      role: 'document',
      title: '苏州工业园区开放创新高地因何崛起？',
      issuer: '许昌市科技创新公共服务中心',
      date: '2022-04-15',
      segments: [
        'label 内部资料',
        'label 领导参阅',
        'masthead 决策参阅',
        'subtitle 第7期(总第421期)',
        'issuer 许昌市科技创新公共服务中心',
        'dateline 二〇二二年四月十五日',
        'heading1 苏州工业园区开放创新高地因何崛起？',
        'paragraph 作为我国首个开放创新综合试验区，加强区域互补。',
      ],
    });
  });

  it('has sister headings at one level, whatever their markup', () => {
    const segments = read(
      '工作简报',
      '第3期',
      '2023年10月8日',
      '全市科技创新大会召开',
      '## 一、深耕厚植开放基因',
      '抢抓机遇。',
      '### **二、强化长三角一体科创**',
      '紧邻上海。',
    )?.segments;
    expect(segments?.filter((segment) => segment.startsWith('heading'))).toEqual([
      'heading1 全市科技创新大会召开',
      'heading2 一、深耕厚植开放基因',
      'heading2 二、强化长三角一体科创',
    ]);
  });

  it('ends with the lines of its editors, each a colophon', () => {
    const segments = read(
      '工作简报',
      '第3期',
      '2023年10月8日',
      '全市科技创新大会召开',
      '会议指出，要抢抓机遇。',
      '---',
      '《工作简报》编委会      主任：冀伟      主编：王明丽',
      '地址：魏武大道      邮编：461000      电话：0374-2962258',
    )?.segments;
    expect(segments?.slice(-3)).toEqual([
      'paragraph 会议指出，要抢抓机遇。',
      'colophon 《工作简报》编委会 主任：冀伟 主编：王明丽',
      'colophon 地址：魏武大道 邮编：461000 电话：0374-2962258',
    ]);
  });

  it.each([
    ['no issue', ['工作简报', '2023年10月8日', '会议指出，要抢抓机遇。']],
    ['no date', ['工作简报', '第3期', '会议指出，要抢抓机遇。']],
    [
      'a law',
      [
        '中华人民共和国公司法',
        '',
        '第一章 总则',
        '',
        '第一条　为了规范公司的组织和行为，制定本法。',
      ],
    ],
  ])('is not seen in a text with %s', (_, lines) => {
    expect(read(...lines)).toBeNull();
  });
});
