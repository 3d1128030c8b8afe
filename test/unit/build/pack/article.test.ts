import { describe, expect, it } from 'vitest';
import { articleSegmenter } from '../../../../build/pack/article/articleSegmenter.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';

function read(...lines: readonly string[]) {
  const source = splitLines(lines.join('\n\n'));
  if (!articleSegmenter.recognises(source)) return null;
  const [document] = articleSegmenter.segment({ lines: source, ledger: openLedger() });
  return {
    ...document,
    segments: document?.segments.map(
      ({ kind, level, text }) => [kind, level, ' '].join('') + text.text,
    ),
  };
}

const body = [
  '习近平总书记在参加十四届全国人大一次会议江苏代表团审议时发表重要讲话，强调“加快实现高水平科技自立自强，是',
  '推动高质量发展的必由之路”。',
];

describe('a signed article', () => {
  it('has a title, an author and an office above its text', () => {
    expect(
      read(' 建设开放创新的世界一流高科技园区', '沈觅', '中共苏州市委苏州工业园区党工委', ...body),
    ).toEqual({
      role: 'document',
      title: '建设开放创新的世界一流高科技园区',
      author: '沈觅',
      segments: [
        'heading1 建设开放创新的世界一流高科技园区',
        'author 沈觅',
        'affiliation 中共苏州市委苏州工业园区党工委',
        `paragraph ${body.join('')}`,
      ],
    });
  });

  it.each(['沈觅', '欧阳修', '李四、王小五', '张 三', '作者：沈觅'])(
    'may be signed %s',
    (names) => {
      expect(read('建设一流园区', names, '苏州大学', ...body)?.segments?.[1]).toBe(
        `author ${names.replace(' ', '')}`,
      );
    },
  );

  it.each([
    ['a contents list', ['中华人民共和国公司法', '目 录', '国务院办公厅']],
    ['a sentence below the title', ['建设一流园区', '园区要发展。', '苏州大学']],
    ['no office', ['建设一流园区', '沈觅', '第一章 总则']],
    ['nothing else', ['建设一流园区']],
  ])('is not seen in a text with %s', (_, head) => {
    expect(read(...head, ...body)).toBeNull();
  });
});
