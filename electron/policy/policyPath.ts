import { inAdminFolder } from './adminFolder.ts';

/** Where an admin puts the policy file; beside the trust folder, where only an admin can write. */
export function policyPath(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return inAdminFolder('policy.json', platform, env);
}
