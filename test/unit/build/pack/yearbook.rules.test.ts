import { describe, expect, it } from 'vitest';
import type { DraftDocument } from '../../../../build/pack/draft.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';
import { yearbookSegmenter } from '../../../../build/pack/yearbook/yearbookSegmenter.ts';

function read(...lines: readonly string[]): readonly DraftDocument[] {
  const ledger = openLedger();
  return yearbookSegmenter.segment({ lines: splitLines(lines.join('\n')), ledger });
}

function outlineOf(documents: readonly DraftDocument[]): readonly string[] {
  return documents.flatMap((document) =>
    document.segments.map(({ kind, level, text }) => [kind, level, ' '].join('') + text.text),
  );
}

describe('a page of a yearbook', () => {
  it('gives a caption back to the place behind the sentence that it interrupts', () => {
    const documents = read(
      ' 下经济恢复最快、发展势头最好的开发区之一，',
      '',
      '交上了一份彰显“园区力量”、体现“园区效率”、',
      '',
      '2020年2月18日，企业职工在园区疾防中心排队做复工岗前体检\ufffd',
      '\ufffd （园区新闻中心\u2003 供稿）',
      ' 展现“园区担当”的优异答卷。',
    );
    expect(outlineOf(documents)).toEqual([
      'paragraph 下经济恢复最快、发展势头最好的开发区之一，交上了一份彰显“园区力量”、体现“园区效率”、展现“园区担当”的优异答卷。',
      'caption 2020年2月18日，企业职工在园区疾防中心排队做复工岗前体检（园区新闻中心\u2003供稿）',
    ]);
  });

  it('moves a title that stands behind the text of its first page to the front', () => {
    const documents = read(
      ' 开展社会主义现代化建设试点，是江苏省委、省政府赋',
      '',
      '性、兼顾当前与长远、结合强项与短板”的原则，初步建立',
      '',
      '符合新发展理念、高质量发展及“强富美高”要求的园区现',
      '',
      '苏州工业园区现代化建设试点',
      '',
      '月亮湾新貌\ufffd （陈雨禾\u2003 摄）',
      ' 代化试点指标监测体系。\ufffd （园区经发委）',
    );
    expect(documents.map(({ title, author }) => ({ title, author }))).toEqual([
      { title: '苏州工业园区现代化建设试点', author: '园区经发委' },
    ]);
    expect(outlineOf(documents).map((line) => line.split(' ')[0])).toEqual([
      'heading1',
      'paragraph',
      'caption',
      'byline',
    ]);
    expect(outlineOf(documents)[1]).toContain('要求的园区现代化试点指标监测体系。');
  });

  it('ends an article with its contributor and begins the next with its title', () => {
    const documents = read(
      ' 帮扶松桃苗族自治县实现脱贫',
      '',
      '作，进一步巩固拓展脱贫攻坚成果，奋力推进乡村振兴开',
      '',
      '新局。\ufffd （园区合作发展局）',
      '',
      '园区援建项目——松桃第八幼儿园\ufffd （园区档案管理中心\u2003 供稿）',
      ' “十三五”期间经济社会发展情况',
      '',
      '“十三五”时期，是园区综合实力、开放试验、科技创新',
      '',
      '和产业竞争力获得重大提升的重要阶段。',
    );
    expect(documents.map((document) => document.title)).toEqual([
      '帮扶松桃苗族自治县实现脱贫',
      '“十三五”期间经济社会发展情况',
    ]);
    expect(documents[0]?.segments.at(-1)?.kind).toBe('caption');
  });

  it('reads a source note over two lines as one byline', () => {
    const documents = read(
      ' 建设新时代改革开放新高地',
      '',
      '深化服务贸易创新发展试点“最佳实践案例”。',
      '',
      '（原载2020年10月11日《深圳特区报》，有删改，记者：',
      '',
      '窦延文、余海蓉、周斌）',
    );
    expect(outlineOf(documents).at(-1)).toBe(
      'byline （原载2020年10月11日《深圳特区报》，有删改，记者：窦延文、余海蓉、周斌）',
    );
    expect(documents[0]).toMatchObject({
      author: '窦延文、余海蓉、周斌',
      issuer: '深圳特区报',
      date: '2020-10-11',
    });
  });

  it.each([
    ['（社工委）社区服务中心和日间照料中心全覆盖。5年累计', 'a bracket at the head of a line'],
    ['术（苏州）有限公司为代表的园区', 'a bracket inside a name'],
    ['（到2035年），力争充分展示园区独特的发展成', 'a bracket with a date'],
    ['实现90%以上幼儿在公办幼儿园或普惠性民办幼儿园（班）', 'a bracket at the end of a line'],
  ])('takes %s for text: %s', (line) => {
    const documents = read(' 经济社会发展情况', '', line, '', '就读，走在前列。');
    expect(outlineOf(documents).at(-1)).toBe(`paragraph ${line}就读，走在前列。`);
  });

  it('takes the running header out of every page but leaves a short line that stands once', () => {
    const documents = read(
      ' 专\u2003 记',
      '',
      '甲地发展情况',
      '',
      '甲地的经济实力实现新跨越，综合排名升至首位，',
      ' 专\u2003 记',
      '',
      '并且保持五连冠。',
    );
    expect(outlineOf(documents)).toEqual([
      'heading1 甲地发展情况',
      'paragraph 甲地的经济实力实现新跨越，综合排名升至首位，并且保持五连冠。',
    ]);
  });

  it('begins with a form feed as well as with a space', () => {
    const documents = read(
      '\f专\u2003 记',
      '',
      '甲地发展情况',
      '',
      '甲地的经济实力实现新跨越，综合排名升至首位，',
      '',
      '\f专\u2003 记',
      '',
      '并且保持五连冠。',
    );
    expect(outlineOf(documents)[1]).toBe(
      'paragraph 甲地的经济实力实现新跨越，综合排名升至首位，并且保持五连冠。',
    );
  });

  it('lists titles that fill the first page as contents in front of the articles', () => {
    const documents = read(
      ' 甲地疫情防控',
      '',
      '乙片区：',
      '',
      '建设改革开放新高地',
      ' 新型冠状病毒感染的肺炎疫情是百年来全球发生的最严重',
      '',
      '的传染病大流行。\ufffd （甲地办公室）',
      '',
      '甲地疫情防控',
      ' 乙片区：',
      '建设改革开放新高地',
      '',
      '1994年，在苏州城东，中国新加坡合作苏州工业园区启动',
      '',
      '建设。\ufffd （乙地办公室）',
    );
    expect(documents.map(({ role, title }) => ({ role, title }))).toEqual([
      { role: 'front_matter', title: null },
      { role: 'document', title: '甲地疫情防控' },
      { role: 'document', title: '乙片区：建设改革开放新高地' },
    ]);
    expect(outlineOf(documents.slice(0, 1))).toEqual([
      'toc_entry 甲地疫情防控',
      'toc_entry 乙片区：建设改革开放新高地',
    ]);
  });
});
