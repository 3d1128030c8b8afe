import { describe, expect, it } from 'vitest';
import { buildText } from '../../../support/buildText.ts';

const lines = [
  '# 某某规划',
  '## 第一章 总则',
  '坚持创新驱动，加快建设世界一流高科技园区，完善产业生态。',
  '第一节 目标',
  '到2025年，地区生产总值年均增长6.5%左右。',
  '## 第二章 任务',
  '坚持创新驱动，加快建设世界一流高科技园区，完善产业生态。',
  '坚持创新驱动，加快建设世界一流高科技园区，完善产业生态。',
  '第一节 目标',
  '壮大先进制造业集群，提升全要素生产率。',
];

function documentOf(text: readonly string[]) {
  const [document] = buildText(text.join('\n')).documents;
  if (document === undefined) throw new Error('no document');
  return document;
}

function idsByText(text: readonly string[]): ReadonlyMap<string, string> {
  const { segments, text: whole } = documentOf(text);
  return new Map(segments.map(({ id, start, end }) => [whole.text.slice(start, end), id]));
}

describe('a document', () => {
  it('has sections with keys from the path of their headings', () => {
    expect(
      documentOf(lines).sections.map(({ key, level, parentKey }) => [level, key, parentKey]),
    ).toEqual([
      [1, '某某规划', null],
      [2, '某某规划/第一章总则', '某某规划'],
      [3, '某某规划/第一章总则/第一节目标', '某某规划/第一章总则'],
      [2, '某某规划/第二章任务', '某某规划'],
      [3, '某某规划/第二章任务/第一节目标', '某某规划/第二章任务'],
    ]);
  });

  it('has sections that reach to the next heading of the same or a higher rank', () => {
    const { sections, text } = documentOf(lines);
    const bodies = sections.map(({ start, end }) => text.text.slice(start, end).split('\n').length);

    expect(bodies).toEqual([lines.length, 4, 2, 5, 2]);
  });

  it('tells equal headings under one parent apart', () => {
    const twice = [
      '# 甲',
      '## 案例',
      '案情如下，双方签订买卖合同。',
      '## 案例',
      '案情如下，双方签订承揽合同。',
    ];

    expect(documentOf(twice).sections.map(({ key }) => key)).toEqual([
      '甲',
      '甲/案例',
      '甲/案例~2',
    ]);
  });

  it('numbers what readers cite and nothing else', () => {
    expect(documentOf(lines).segments.map(({ paragraphNumber }) => paragraphNumber)).toEqual([
      null,
      null,
      1,
      null,
      2,
      null,
      3,
      4,
      null,
      5,
    ]);
  });

  it('gives equal paragraphs ids of their own', () => {
    const { segments } = documentOf(lines);

    expect(new Set(segments.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('keeps the ids of all other segments when one paragraph is edited and one added', () => {
    const edited = lines
      .map((line) => line.replace('6.5%左右', '7%左右'))
      .toSpliced(3, 0, '坚持开放引领，深化中新合作，擦亮中新合作招牌。');
    const before = idsByText(lines);
    const after = idsByText(edited);
    const changed = [...before]
      .filter(([text, id]) => after.get(text) !== id)
      .map(([text]) => text);

    expect(changed).toEqual(['到2025年，地区生产总值年均增长6.5%左右。']);
  });
});
