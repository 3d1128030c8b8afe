import { ok, type Result } from '../../shared/domain/result.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { complain } from '../commands/terminal.ts';
import { policyPath } from './policyPath.ts';
import { readAccount } from './readAccount.ts';
import { readPolicy } from './readPolicy.ts';
import { reportBrokenPolicy } from './reportBrokenPolicy.ts';

/**
 * The policies that a command of the terminal obeys: the machine's, as the window does, and one that the caller
 * names. Naming one can forbid more, never allow what the machine's forbids. A broken one is reported on stderr.
 */
export function readCommandPolicies(named: string | null): Result<readonly Policy[]> {
  const account = readAccount();
  const sources = [
    { path: policyPath(process.platform, process.env), adminOnly: true },
    ...(named === null ? [] : [{ path: named, adminOnly: false }]),
  ];
  const policies: Policy[] = [];
  for (const source of sources) {
    const policy = readPolicy({ ...source, account });
    if (!policy.ok) return policy;
    reportBrokenPolicy(policy.value, complain);
    policies.push(policy.value);
  }
  return ok(policies);
}
