import { join } from 'node:path';

/** Where an admin puts the policy file; beside the trust folder, where only an admin can write. */
export function policyPath(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') {
    return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Yandu', 'policy.json');
  }
  return platform === 'darwin'
    ? '/Library/Application Support/Yandu/policy.json'
    : '/etc/yandu/policy.json';
}
