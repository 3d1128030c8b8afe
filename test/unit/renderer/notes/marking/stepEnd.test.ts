import { describe, expect, it } from 'vitest';
import { stepEnd } from '../../../../../renderer/notes/marking/stepEnd.ts';

const text = '甲👨‍👩‍👧乙。\n丙丁';

function after(quote: string, end: 'start' | 'end', step: 1 | -1): string | null {
  const start = text.indexOf(quote);
  const range = stepEnd(text, { start, end: start + quote.length }, end, step);
  return range && text.slice(range.start, range.end);
}

describe('moving an end of a mark by one character', () => {
  it.each([
    ['乙', 'start', -1, '👨‍👩‍👧乙'],
    ['👨‍👩‍👧乙', 'start', 1, '乙'],
    ['乙', 'end', 1, '乙。'],
    ['乙。', 'end', -1, '乙'],
    ['乙。', 'end', 1, '乙。\n丙'],
    ['丙', 'start', -1, '。\n丙'],
  ] as const)('%s: %s by %i gives %s', (quote, end, step, wanted) => {
    expect(after(quote, end, step)).toBe(wanted);
  });

  it.each([
    ['the last character', '乙', 'start', 1],
    ['the start of the text', '甲', 'start', -1],
    ['the end of the text', '丁', 'end', 1],
  ] as const)('stops at %s', (_case, quote, end, step) => {
    expect(after(quote, end, step)).toBeNull();
  });
});
