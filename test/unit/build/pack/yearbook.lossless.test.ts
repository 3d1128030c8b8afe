import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSegmenter } from '../../../../build/pack/article/articleSegmenter.ts';
import type { Segmenter } from '../../../../build/pack/draft.ts';
import { newsletterSegmenter } from '../../../../build/pack/newsletter/newsletterSegmenter.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';
import { yearbookSegmenter } from '../../../../build/pack/yearbook/yearbookSegmenter.ts';
import { unaccounted } from '../../../support/unaccounted.ts';

const real = [
  '',
  '',
  '',
  ' 专\u2003 记',
  '苏州工业园区现代化建设试点',
  '战、阻击战。截至2020年底，全区累计确诊新冠',
  '肺炎本土病例24例、境外输入病例4例，全部治',
  '牢守住疫情防控网底。',
  ' 展现“园区担当”的优异答卷。',
  '新做法、显著成效400余篇次。\ufffd',
  '\ufffd （园区新闻中心\u2003 供稿）',
  '新局。\ufffd （园区合作发展局）',
  '（原载2020年10月11日《深圳特区报》，有删改，记者：',
  '窦延文、余海蓉、周斌）',
  '制度创新\u2003 以需求出发解“痛点”“堵点”',
  '\u2003 表1\u2003 园区指标执行情况',
  '序\u2003 号 类\u2003 别 指标名称',
  '1',
  '经济结构',
  '1 经济 7%左右',
  '2 50%左右',
  '高于地区生产\ufffd',
  '\ufffd',
  '一、深耕厚植开放基因',
  '### **三、沪苏相融共赢**',
  '**导语：**科技创新是制胜未来的关键变量。',
  '---',
  '《决策参阅》编委会      主任：冀伟',
  '沈觅',
  '中共苏州市委苏州工业园区党工委',
];
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...real) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(
        '（',
        '）',
        '。',
        '，',
        '“',
        '”',
        '甲',
        '1',
        ' ',
        '*',
        '#',
        '\ufffd',
        '\u3000',
        '\u{20000}',
      ),
    }),
  },
);
const heads: Readonly<Record<string, readonly string[]>> = {
  yearbook: [],
  newsletter: ['内部资料', '# 决策参阅', '第 7 期', '市创新中心', '2022年4月15日', '## 因何崛起？'],
  article: ['建设一流园区', '沈觅', '中共苏州市委'],
};

describe.each([yearbookSegmenter, newsletterSegmenter, articleSegmenter])(
  'the $name segmenter, given lines in any order',
  (segmenter: Segmenter) => {
    it('keeps every character in one place or says why not, and makes no empty segment', () => {
      fc.assert(
        fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (body) => {
          const source = [...(heads[segmenter.name] ?? []), ...body].join('\n');
          const ledger = openLedger();
          const documents = segmenter.segment({ lines: splitLines(source), ledger });
          expect(unaccounted(source, documents, ledger.list())).toEqual([]);
          for (const { kind, text } of documents.flatMap((document) => document.segments)) {
            expect(text.text.trim()).not.toBe('');
            if (kind !== 'table') expect(text.text).not.toContain('\n');
          }
        }),
        { seed: 4, numRuns: 400 },
      );
    });

    it('gives the same documents again', () => {
      const source = [...(heads[segmenter.name] ?? []), ...real].join('\n');
      const read = () => segmenter.segment({ lines: splitLines(source), ledger: openLedger() });
      expect(read()).toEqual(read());
    });
  },
);
