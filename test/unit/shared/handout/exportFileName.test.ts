import { describe, expect, it } from 'vitest';
import { isoTimeSchema } from '../../../../shared/domain/ids.ts';
import { exportFileName } from '../../../../shared/handout/exportFileName.ts';

const now = isoTimeSchema.parse('2026-12-03T06:00:00.000Z');

describe('naming an exported file', () => {
  it.each([
    ['学习提纲', '学习提纲 2026-12-03.docx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij 2026-12-03.docx'],
    ['CON', '讲义 2026-12-03.docx'],
    ['com1.txt', '讲义 2026-12-03.docx'],
    [' . ', '讲义 2026-12-03.docx'],
    ['提纲\u0007\u202e\ud800', '提纲 2026-12-03.docx'],
  ])('makes %j a legal name', (title, name) => {
    expect(exportFileName({ title }, 'facilitator', 'docx', now)).toBe(name);
  });

  it('cuts a long title between graphemes', () => {
    const family = '👨‍👩‍👧';

    const name = exportFileName({ title: family.repeat(80) }, 'members', 'pdf', now);

    // Format characters are left out of names, so a family is three people.
    expect(name.isWellFormed()).toBe(true);
    expect(name.length).toBeLessThan(140);
    expect(name.endsWith('（学员） 2026-12-03.pdf')).toBe(true);
  });
});
