import type { Policy } from '../shared/policy/policy.ts';
import { ok, type Result } from '../shared/domain/result.ts';
import { defaultDataFolder, prepareDataFolder } from './dataFolder.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { policyPath } from './policy/policyPath.ts';
import { readPolicy, type Account } from './policy/readPolicy.ts';
import { portableFolder } from './portableFolder.ts';

/** What is settled before anything is opened. */
export type Ground = {
  readonly policy: Policy;
  readonly dataFolder: string;
  /** Everything is kept beside the program. */
  readonly isPortable: boolean;
};

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly account: Account;
  readonly executable: string;
  /** Where this system keeps the data of programs. */
  readonly userData: string;
};

/** Reads the policy and makes the data folder ready. */
export function prepareGround(options: LaunchOptions, machine: Machine): Result<Ground> {
  const ground = findGround(options, machine);
  if (!ground.ok) return ground;
  const prepared = prepareDataFolder(ground.value.dataFolder);
  return prepared.ok ? ground : prepared;
}

/**
 * Reads the policy and tells where the data lie, without touching them. The folder is, in this order: the one a
 * test names, the admin's, the one beside a portable program, the system's own.
 */
export function findGround(options: LaunchOptions, machine: Machine): Result<Ground> {
  const { platform, env, account, executable, userData } = machine;
  const policy = readPolicy({
    path: options.policyPath ?? policyPath(platform, env),
    account,
    adminOnly: options.policyPath === null,
  });
  if (!policy.ok) return policy;
  const portable = portableFolder(executable, env);
  const decided = options.dataFolder ?? policy.value.dataFolder;
  return ok({
    policy: policy.value,
    dataFolder: decided ?? portable ?? defaultDataFolder(platform, env, userData),
    isPortable: decided === null && portable !== null,
  });
}
