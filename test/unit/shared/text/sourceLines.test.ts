import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../../../shared/text/sourceLines.ts';

const source = '第一行\n深化学习借鉴\r\n\n12\n新加坡经验。';

describe('sourceLines', () => {
  it('gives the whole lines a passage touches, numbered as an editor counts', () => {
    const lines = sourceLines(source, { start: 6, end: 8 }, []);

    expect(lines).toEqual([{ number: 2, text: '深化学习借鉴', removed: [] }]);
  });

  it('shows what was left out, with its reason, in the line it stands in', () => {
    const start = source.indexOf('12');

    const lines = sourceLines(source, { start: 4, end: source.length }, [
      { start: start - 1, end: start + 3, reason: 'page_number' },
    ]);

    expect(lines.map((line) => line.number)).toEqual([2, 3, 4, 5]);
    expect(lines[2]).toEqual({
      number: 4,
      text: '12',
      removed: [{ start: 0, end: 2, reason: 'page_number' }],
    });
    expect(lines[3]?.removed).toEqual([]);
  });

  it('shows the line of an empty passage', () => {
    expect(sourceLines(source, { start: 0, end: 0 }, []).map((line) => line.text)).toEqual([
      '第一行',
    ]);
  });

  it('reaches the last line without a line feed at its end', () => {
    const lines = sourceLines(source, { start: source.length - 1, end: source.length }, []);

    expect(lines.map((line) => line.text)).toEqual(['新加坡经验。']);
  });
});
