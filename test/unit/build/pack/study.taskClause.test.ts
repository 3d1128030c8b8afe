import { describe, expect, it } from 'vitest';
import { taskClause } from '../../../../build/pack/general/taskClause.ts';

function read(text: string) {
  const clause = taskClause(text);
  if (clause === null) return null;
  const slice = (range: { readonly start: number; readonly end: number }): string =>
    text.slice(range.start, range.end);
  return {
    lead: clause.leadDepartments.map(slice),
    others: clause.participatingDepartments.map(slice),
    open: clause.participantsOpenEnded,
    clause: slice(clause.range),
  };
}

describe('the clause that says who does a task', () => {
  it.each([
    [
      '走在全国前列。（市科技局牵头，市工信局、市发改委等参与）',
      ['市科技局'],
      ['市工信局', '市发改委'],
      true,
    ],
    [
      '的健康服务集团。（市民政局牵头，市发改委、市国资委参与）',
      ['市民政局'],
      ['市发改委', '市国资委'],
      false,
    ],
    ['落地见效。（市纪委监委机关、市委组织部牵头）', ['市纪委监委机关', '市委组织部'], [], false],
    [
      '百分点左右。（市工信局、市发改委牵头，市科技局、市统计局等参与)',
      ['市工信局', '市发改委'],
      ['市科技局', '市统计局'],
      true,
    ],
    ['建设开放强市。(市发改委牵头，苏州海关等参与)', ['市发改委'], ['苏州海关'], true],
    [
      '一批创新举措。（市商务局牵头，中国（江苏）自由贸易试验区苏州片区工作领导小组成员单位等参与）',
      ['市商务局'],
      ['中国（江苏）自由贸易试验区苏州片区工作领导小组成员单位'],
      true,
    ],
    [
      '关键核心技术。（市科技局牵头，市发改委、相关县级市（区）等参与）',
      ['市科技局'],
      ['市发改委', '相关县级市（区）'],
      true,
    ],
    [
      '体系建设。（疫情防控工作领导小组办公室牵头，各成员单位参与）',
      ['疫情防控工作领导小组办公室'],
      ['各成员单位'],
      false,
    ],
    [
      '落实到位。（牵头单位：市科技局；配合单位：市工信局、市财政局等）',
      ['市科技局'],
      ['市工信局', '市财政局'],
      true,
    ],
    ['落实到位。（市科技局牵头，市财政局等部门配合）。', ['市科技局'], ['市财政局'], true],
  ])('reads %s', (text, lead, others, open) => {
    expect(read(text)).toMatchObject({ lead, others, open });
  });

  it.each([
    ['年产值超120亿元（来源：苏州日报）'],
    ['适用本办法（试行）'],
    ['由市科技局牵头，市工信局参与。'],
    ['市科技局牵头，市工信局参与）'],
    [''],
  ])('leaves alone %s', (text) => {
    expect(taskClause(text)).toBeNull();
  });

  it('gives the whole bracket as the clause, however its two marks differ', () => {
    expect(read('力度。(市委组织部牵头，中国（江苏)片区参与）')?.clause).toBe(
      '(市委组织部牵头，中国（江苏)片区参与）',
    );
  });
});
