import { describe, expect, it } from 'vitest';
import { isWordBorder, wholeWords } from '../../../../shared/anchoring/wholeWords.ts';

const text = '信息应当及时向社会公开，不得延误。\n园区企业可以申请专项资金。';

function widen(part: string, ends: { readonly start: boolean; readonly end: boolean }): string {
  const start = text.indexOf(part);
  const range = wholeWords(text, { start, end: start + part.length }, ends);
  return text.slice(range.start, range.end);
}

describe('whole words', () => {
  it.each([
    ['不得延', '不得延误'],
    ['得延误', '不得延误'],
    ['会公', '社会公开'],
    ['应当', '应当'],
    ['公开，', '公开，'],
    ['延误。', '延误。'],
    ['误。\n园', '延误。\n园区'],
    ['资金。', '资金。'],
  ])('%s becomes %s', (part, whole) => {
    expect(widen(part, { start: true, end: true })).toBe(whole);
  });

  it('are kept whole only at the ends asked for', () => {
    expect(widen('会公', { start: true, end: false })).toBe('社会公');
    expect(widen('会公', { start: false, end: true })).toBe('会公开');
  });

  it('are the same wherever their clause stands', () => {
    const far = '前文。'.repeat(100) + text;
    const shift = far.length - text.length;
    for (let offset = 0; offset <= text.length; offset += 1) {
      expect(isWordBorder(far, offset + shift)).toBe(isWordBorder(text, offset));
    }
  });
});
