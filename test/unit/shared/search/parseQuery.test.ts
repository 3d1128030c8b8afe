import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, QUERY_LENGTH, QUERY_WORDS } from '../../../../shared/search/parseQuery.ts';

const parse = (text: string) => parseQuery(text, (_, value) => value !== '无');

describe('the query language', () => {
  it('reads several words as all of them', () => {
    expect(parse('园区  人才').groups).toEqual([['园区'], ['人才']]);
  });

  it.each(['高新 | 瞪羚', '高新|瞪羚', '高新 ｜瞪羚'])('reads %s as any of them', (text) => {
    expect(parse(text).groups).toEqual([['高新', '瞪羚']]);
  });

  it.each(['"高新 技术"', '“高新 技术”'])('reads %s as one phrase', (text) => {
    expect(parse(text).groups).toEqual([['高新技术']]);
  });

  it('keeps quotation marks inside a word as text', () => {
    expect(parse('“十四五”规划').groups).toEqual([['十四五规划']]);
  });

  it('leaves out a word behind a minus', () => {
    const query = parse('园区 -苏州 -"高新 区"');

    expect(query.groups).toEqual([['园区']]);
    expect(query.excluded).toEqual(['苏州', '高新区']);
  });

  it('takes a dash that opens a Chinese sentence as text', () => {
    expect(parse('——建成').groups).toEqual([['建成']]);
  });

  it('reads filters in both languages and both colons', () => {
    expect(parse('文件：规划 lead:市科技局 类型:"任务" 创新').filters).toEqual([
      { field: 'document', value: '规划' },
      { field: 'lead', value: '市科技局' },
      { field: 'kind', value: '任务' },
    ]);
  });

  it('takes a filter that names nothing as text', () => {
    expect(parse('类型：无').groups).toEqual([['类型无']]);
  });

  it('reads symbols alone as they stand', () => {
    expect(parse(' “” ').literal).toBe('“”');
    expect(parse('|').literal).toBe('|');
    expect(parse('').literal).toBeNull();
  });

  it('looks up no half of a character', () => {
    expect(parse('😀').literal).toBe('😀');
    expect(parse('\ud83d').literal).toBeNull();
    expect(parse('😀\ude00').literal).toBeNull();
  });

  it('reads a word typed twice once, and what follows it as typed', () => {
    expect(parse('资金 政策 资金').groups).toEqual([['资金'], ['政策']]);
    expect(parse('资金 政策 资金 | 人才').groups).toEqual([['资金'], ['政策'], ['资金', '人才']]);
  });

  it('cuts what is too long, and says so', () => {
    const long = parse('园'.repeat(10_000));
    const many = parse(Array.from({ length: 40 }, (_, index) => `词${String(index)}`).join(' '));

    expect(long.isCut).toBe(true);
    expect(long.text).toHaveLength(QUERY_LENGTH);
    expect(many.isCut).toBe(true);
    expect(many.groups).toHaveLength(QUERY_WORDS);
    expect(parse('园区').isCut).toBe(false);
  });

  it('never fails', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '“',
            '”',
            '-',
            '|',
            ' ',
            '文件:',
            '类型：',
            '园',
            '(',
            '[',
            '\\',
            '*',
            '😀',
            '\ud800',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const query = parse(typed);
        expect(query.groups.flat().concat(query.excluded)).not.toContain('');
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);
});
