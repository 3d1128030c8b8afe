// Laws as the general rules see them: generated, so that the structure is known. `npm run check:laws`
// measures the same rules on real ones.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badness, scoreLaw } from '../../../../build/pack/scoreLaw.ts';
import { buildText, describeSegments } from '../../../support/buildText.ts';

const digits = '零一二三四五六七八九';
function han(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 ? '' : (digits[number % 10] ?? '');
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`;
}

const words = fc
  .array(
    fc.constantFrom('公民', '国家', '应当', '依照', '保护', '管理', '机关', '责任', '权利', '监督'),
    {
      minLength: 5,
      maxLength: 12,
    },
  )
  .map((list) => list.join(''));
const clause = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((list) => `${list.join('，')}。`);
const items = fc.array(words, { maxLength: 4 });
const article = fc.record({ first: clause, more: fc.array(clause, { maxLength: 2 }), items });
const chapter = fc.record({
  title: words,
  articles: fc.array(article, { minLength: 1, maxLength: 4 }),
});
const law = fc.array(chapter, { minLength: 1, maxLength: 5 });

type Law = typeof law extends fc.Arbitrary<infer Value> ? Value : never;

/** The lines of a law, and the segments they should become. */
function print(chapters: Law): { readonly lines: string[]; readonly segments: string[] } {
  const lines = [
    '# 中华人民共和国某某法',
    '2018年4月27日 第十三届全国人民代表大会常务委员会第二次会议通过',
  ];
  const segments = [`heading1 ${lines[0]?.slice(2) ?? ''}`, `dateline ${lines[1] ?? ''}`];
  let number = 0;
  for (const [index, { title, articles }] of chapters.entries()) {
    lines.push(`## 第${han(index + 1)}章 ${title}`);
    segments.push(`heading2 第${han(index + 1)}章 ${title}`);
    for (const one of articles) {
      number += 1;
      const opening = one.items.length === 0 ? one.first : one.first.replace(/。$/, '：');
      const listed = one.items.map((item, at) => {
        const end = at === one.items.length - 1 ? '。' : '；';
        return `（${han(at + 1)}）${item}${end}`;
      });
      const body = [`第${han(number)}条 ${opening}`, ...listed];
      lines.push(...body, ...one.more);
      segments.push(
        ...body.map((line) => `list_item ${line}`),
        ...one.more.map((line) => `paragraph ${line}`),
      );
    }
  }
  return { lines, segments };
}

describe('a law', () => {
  it('keeps its chapters, articles, clauses and items', () => {
    fc.assert(
      fc.property(law, (chapters) => {
        const { lines, segments } = print(chapters);
        const source = buildText(lines.join('\n\n'));

        expect(describeSegments(source)).toEqual(segments);
        expect(badness(scoreLaw(source))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('numbers its articles as printed', () => {
    const text =
      '# 刑法\n\n第十七条之一 已满七十五周岁的人故意犯罪的，可以从轻处罚。\n\n第十八条 精神病人造成危害结果的，依照第十七条规定处理。';
    const segments = buildText(text).documents[0]?.segments ?? [];

    expect(segments.map(({ detail }) => detail.number)).toEqual([
      undefined,
      '第十七条之一',
      '第十八条',
    ]);
  });

  it('is dated by the first line under its title', () => {
    const text =
      '# 某某条例\n\n2004年3月1日 国务院令第1号公布\n\n2018年5月6日 修订\n\n第一条 为了规范管理，制定本条例。';

    expect(buildText(text).documents[0]?.facts).toMatchObject({
      title: '某某条例',
      date: '2004-03-01',
    });
  });

  it('is named after its file where it opens with a chapter', () => {
    const text = '第一章 总则\n\n第一条 为了规范管理，制定本条例。';

    expect(buildText(text, '某某条例.txt').documents[0]?.facts.title).toBe('某某条例');
  });

  it('is no list of articles where it only mentions one', () => {
    expect(describeSegments(buildText('# 批复\n\n第五条规定的期限自收到之日起计算。'))).toEqual([
      'heading1 批复',
      'paragraph 第五条规定的期限自收到之日起计算。',
    ]);
  });

  it('is the same when its lines were wrapped at a fixed width', () => {
    const chapters: Law = Array.from({ length: 3 }, (_, index) => ({
      title: ['总则', '职责', '附则'][index] ?? '',
      articles: Array.from({ length: 4 }, () => ({
        first:
          '国家机关应当依照本法保护公民的权利，监督和管理有关责任的履行，促进司法公正，提升司法公信，保障公民依法参加审判活动。',
        more: [
          '县级以上地方人民政府应当将保护公民权利所需经费列入本级预算，并对其使用情况进行监督和检查。',
        ],
        items: [],
      })),
    }));
    const { lines, segments } = print(chapters);
    const wrapped = lines.flatMap((line) => {
      const text = line.replace(/^#+ /, '');
      if (/^#|^\d/.test(line)) return [text];
      return [text.slice(0, 26), ...(text.slice(26).match(/.{1,28}/gu) ?? [])];
    });

    expect(describeSegments(buildText(wrapped.join('\n'), 'law.txt'))).toEqual(segments);
  });
});
