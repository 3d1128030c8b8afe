import { describe, expect, it } from 'vitest';
import { allowedFormats } from '../../../../shared/policy/allowedFormats.ts';
import { closedPolicy, noPolicy, policyOf } from '../../../../shared/policy/policy.ts';
import { managedFormats, type PolicyFile } from '../../../../shared/policy/policyFile.ts';

const policy = (exportFormats: NonNullable<PolicyFile['exportFormats']>) =>
  policyOf('/etc/yandu/policy.json', { version: 1, exportFormats });

describe('allowedFormats', () => {
  it('allows everything without a policy, and nothing with a broken one', () => {
    const broken = closedPolicy({ path: 'p', problem: 'invalid', item: '' }, null);

    expect(allowedFormats(noPolicy, ['内部资料', null])).toEqual(managedFormats);
    expect(allowedFormats(broken, ['内部资料', null])).toEqual([]);
    expect(allowedFormats(broken, [])).toEqual([]);
  });

  it('follows the rule of a status, and the rule for the rest elsewhere', () => {
    const rules = policy({ 内部资料: ['docx'], '*': ['docx', 'pdf'] });

    expect(allowedFormats(rules, ['内部资料'])).toEqual(['docx']);
    expect(allowedFormats(rules, ['征求意见稿'])).toEqual(['docx', 'pdf']);
    expect(allowedFormats(rules, [null])).toEqual(['docx', 'pdf']);
    expect(allowedFormats(rules, [])).toEqual(['docx', 'pdf']);
  });

  it('leaves what no rule speaks of as it is', () => {
    expect(allowedFormats(policy({ 内部资料: [] }), [null])).toEqual(managedFormats);
  });

  it('takes a rule for every status that contains its name', () => {
    const rules = policy({ 内部资料: ['docx'] });

    expect(allowedFormats(rules, ['内部资料，注意保存'])).toEqual(['docx']);
  });

  it('lets one document with a stricter rule bind the whole', () => {
    const rules = policy({ 内部资料: ['docx', 'print'], 征求意见稿: ['print', 'pdf'] });

    expect(allowedFormats(rules, [null, '内部资料', '征求意见稿'])).toEqual(['print']);
  });
});
