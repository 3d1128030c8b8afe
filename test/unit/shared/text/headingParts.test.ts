import { describe, expect, it } from 'vitest';
import { headingParts } from '../../../../shared/text/headingParts.ts';

describe('headingParts', () => {
  it.each([
    ['第四章 全面深化中新合作', 2, 'chapter', '第四章', '全面深化中新合作'],
    [
      '第一篇 率先开启社会主义现代化建设新征程',
      1,
      'part',
      '第一篇',
      '率先开启社会主义现代化建设新征程',
    ],
    ['第三节2035年远景目标', 3, 'section', '第三节', '2035年远景目标'],
    ['附件1 重点任务分解方案', 2, 'attachment', '附件1', '重点任务分解方案'],
    ['一、指导思想', 2, 'section', null, '一、指导思想'],
    ['（一）聚焦“新路径”', 3, 'minor', null, '（一）聚焦“新路径”'],
    ['序言', 1, 'title', null, '序言'],
    ['第七章', 2, 'section', null, '第七章'],
  ] as const)('sets %s (rank %i) as %s', (text, level, form, number, title) => {
    const parts = headingParts(text, level);

    expect(parts.form).toBe(form);
    expect(parts.number && text.slice(parts.number.start, parts.number.end)).toBe(number);
    expect(text.slice(parts.title.start, parts.title.end)).toBe(title);
  });
});
