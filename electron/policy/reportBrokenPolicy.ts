import type { Policy } from '../../shared/policy/policy.ts';
import { policyEn } from '../../shared/strings/policy.en.ts';
import { policyZh } from '../../shared/strings/policy.zh.ts';

/** What an admin reads where no window is: one sentence a language, nothing where the policy is sound. */
export function reportBrokenPolicy({ source }: Policy, write: (line: string) => void): void {
  if (source.status !== 'broken') return;
  const { file, problem, item } = source;
  write(policyZh.notice(file, policyZh.why[problem](item)));
  write(policyEn.notice(file, policyEn.why[problem](item)));
}
