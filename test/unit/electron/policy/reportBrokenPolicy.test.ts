import { expect, it } from 'vitest';
import { reportBrokenPolicy } from '../../../../electron/policy/reportBrokenPolicy.ts';
import { closedPolicy, noPolicy } from '../../../../shared/policy/policy.ts';

it('says of a broken policy which entry is wrong, in both languages, and nothing of a sound one', () => {
  const said: string[] = [];
  const broken = closedPolicy({ path: '/p.json', problem: 'invalid', item: 'language' }, null);

  reportBrokenPolicy(noPolicy, (text) => said.push(text));
  expect(said).toEqual([]);

  reportBrokenPolicy(broken, (text) => said.push(text));
  expect(said.join('')).toContain('/p.json 有误（language 不符合规定）');
  expect(said.join('')).toContain('/p.json is broken (language is not valid)');
});
