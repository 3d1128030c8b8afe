import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { policyChannels } from '../../shared/ipc/policy.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

export function createPolicyHandlers({
  db,
  policy,
}: FeatureDeps & PolicyDeps): Handlers<typeof policyChannels> {
  return { listAllowedFormats: (leaving) => ok(listAllowedFormats(db, policy, leaving)) };
}
