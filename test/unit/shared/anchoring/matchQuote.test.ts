import { describe, expect, it } from 'vitest';
import { matchQuote } from '../../../../shared/anchoring/matchQuote.ts';

const nowhere = { prefix: '', suffix: '', expectedStart: 0 };

function found(text: string, quote: string, context = nowhere): string | null {
  const match = matchQuote(text, quote, context);
  return match && text.slice(match.start, match.end);
}

describe('matching a quote', () => {
  it('finds it as it stands', () => {
    expect(found('园区应当在三十日内作出决定。', '三十日')).toBe('三十日');
  });

  it('finds it reworded', () => {
    expect(found('建成一批重大的创新平台和项目。', '一批重大创新平台')).toBe('一批重大的创新平台');
  });

  it('prefers what stands between the same words', () => {
    const text = '甲方应当报告。乙方应当备案。丙方应当备案。';

    const match = matchQuote(text, '应当备案', { prefix: '丙方', suffix: '。', expectedStart: 0 });

    expect(match?.start).toBe(text.lastIndexOf('应当备案'));
  });

  it('finds a long quote in a text that repeats itself, where it was expected', () => {
    const text = '——\t'.repeat(80_000);
    const quote = text.slice(0, 6_000);

    const match = matchQuote(text, quote, { ...nowhere, expectedStart: 90_000 });

    expect(match).toMatchObject({ start: 90_000, end: 96_000 });
  });

  it('settles a tie by where it was expected', () => {
    const text = '应当备案。'.repeat(5);

    const match = matchQuote(text, '应当备案', { prefix: '', suffix: '', expectedStart: 15 });

    expect(match?.start).toBe(15);
  });

  it('finds a long passage by its two ends', () => {
    const sentences = Array.from(
      { length: 80 },
      (_, n) => `第${n}条 本条规定事项${n * 7}应当备案。`,
    );
    const quote = sentences.slice(10, 60).join('\n');
    const text = sentences.with(30, '本条另行规定。').join('\n');

    const passage = found(text, quote);

    expect(passage?.startsWith('第10条')).toBe(true);
    expect(passage?.endsWith(sentences[59] ?? 'none')).toBe(true);
  });

  it.each([
    ['another sentence', '今天天气晴朗。', '应当备案'],
    ['no text', '', '应当备案'],
    ['no quote', '应当备案', ''],
  ])('finds nothing in %s', (_case, text, quote) => {
    expect(found(text, quote)).toBeNull();
  });

  it('scores an innocent rewording no higher than a changed deadline: no score may decide', () => {
    const context = { prefix: '园区', suffix: '作出决定', expectedStart: 2 };
    const deadline = matchQuote('园区应当在六十日内作出决定', '应当在三十日内', context);
    const reworded = matchQuote('园区应于三十日之内作出决定', '应当在三十日内', context);

    expect(deadline?.score ?? 0).toBeGreaterThan(reworded?.score ?? 1);
  });
});
