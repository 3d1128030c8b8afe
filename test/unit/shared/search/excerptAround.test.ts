import { describe, expect, it } from 'vitest';
import { excerptAround } from '../../../../shared/search/excerptAround.ts';

describe('an excerpt', () => {
  it('shows a short text whole', () => {
    const excerpt = excerptAround('国家高新技术企业突破5000家', [{ start: 2, end: 8 }]);

    expect(excerpt).toEqual({
      text: '国家高新技术企业突破5000家',
      marks: [{ start: 2, end: 8 }],
      cutBefore: false,
      cutAfter: false,
    });
  });

  it('has the hit in its middle', () => {
    const text = `${'前'.repeat(200)}园区${'后'.repeat(200)}`;

    const {
      text: shown,
      marks,
      cutBefore,
      cutAfter,
    } = excerptAround(text, [{ start: 200, end: 202 }], 22);

    expect(shown).toBe(`${'前'.repeat(10)}园区${'后'.repeat(10)}`);
    expect(marks).toEqual([{ start: 10, end: 12 }]);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });

  it('uses the room that the other side leaves', () => {
    const text = `园区${'后'.repeat(200)}`;

    expect(excerptAround(text, [{ start: 0, end: 2 }], 22).text).toHaveLength(22);
    expect(excerptAround(`${'前'.repeat(200)}园区`, [{ start: 200, end: 202 }], 22).text).toBe(
      `${'前'.repeat(20)}园区`,
    );
  });

  it('tears no grapheme', () => {
    const family = '👨‍👩‍👧‍👦';
    const text = `${family.repeat(30)}园区${family.repeat(30)}`;
    const at = family.length * 30;

    const { text: shown } = excerptAround(text, [{ start: at, end: at + 2 }], 8);

    expect(shown).toBe(`${family.repeat(3)}园区${family.repeat(3)}`);
  });

  it('tears no number and no word, but an address', () => {
    const numbers = (text: string) =>
      excerptAround(text, [{ start: text.indexOf('园区'), end: text.indexOf('园区') + 2 }], 12)
        .text;

    expect(numbers('达到2907.36亿元，园区完成377.28亿元')).toBe('亿元，园区完成');
    expect(numbers('共有1837家企业，园区完成377亿')).toBe('家企业，园区完成377');
    expect(numbers('采用Windows园区Windows')).toBe('园区');
    const address = `${'a'.repeat(100)}园区`;
    expect(excerptAround(address, [{ start: 100, end: 102 }], 42).text).toBe(address.slice(-42));
  });
});
