import { lstatSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { z } from 'zod';
import { closedPolicy, noPolicy, policyOf, type Policy } from '../../shared/policy/policy.ts';
import type { PolicyProblem } from '../../shared/policy/policy.ts';
import { folderSchema, policyFileSchema } from '../../shared/policy/policyFile.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { isAdminOnly } from './adminOnly.ts';

/** Who runs the program, for the places of a policy that are each reader's own. */
export type Account = { readonly home: string; readonly user: string };

type ReadArgs = {
  readonly path: string;
  readonly account: Account;
  /** False in test builds that name another place. */
  readonly adminOnly: boolean;
};

/** A policy is a page of text. */
const LARGEST_FILE = 1024 * 1024;
const folderKeys = ['packFolder', 'dataFolder', 'backupFolder'] as const;

/**
 * Reads the machine's policy. A file that is there and cannot be followed closes everything that it could have
 * forbidden. Fails where not even the data folder can be told: notes would seem lost, and new ones would be
 * written to a place that the admin may have ruled out.
 */
export function readPolicy({ path, account, adminOnly }: ReadArgs): Result<Policy> {
  const read = readText(path, adminOnly);
  if (read === null) return ok(noPolicy);
  if ('problem' in read) return failure('policy_broken', { file: path, reason: read.problem });
  const json = parseJson(read.text);
  if (json === null) return failure('policy_broken', { file: path, reason: 'not_json' });

  const parsed = policyFileSchema.safeParse(json);
  const wrong = parsed.success
    ? folderKeys.find((key) => !isAbsolute(own(parsed.data[key] ?? '${home}', account)))
    : wrongEntry(parsed.error);
  if (parsed.success && wrong === undefined)
    return ok(withFolders(policyOf(path, parsed.data), account));

  const dataFolder = folderSchema.optional().safeParse(json['dataFolder']);
  if (!dataFolder.success || wrong === 'dataFolder') {
    return failure('policy_broken', { file: path, reason: 'invalid', item: 'dataFolder' });
  }
  const problem = isNewer(json) ? 'newer' : 'invalid';
  const broken = { path, problem, item: wrong ?? '' } as const;
  return ok(withFolders(closedPolicy(broken, dataFolder.data ?? null), account));
}

/** The first entry that is wrong, as `exportFormats.*.0`; the name itself where it is unknown. */
function wrongEntry({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return '';
  const path = first.code === 'unrecognized_keys' ? [...first.path, ...first.keys] : first.path;
  return path.join('.');
}

type ReadText = { readonly text: string } | { readonly problem: PolicyProblem } | null;

function readText(path: string, adminOnly: boolean): ReadText {
  try {
    const about = lstatSync(path, { throwIfNoEntry: false });
    if (about === undefined) return null;
    if (adminOnly && !isAdminOnly(path, process.platform)) return { problem: 'not_admin_only' };
    if (about.size > LARGEST_FILE) return { problem: 'unreadable' };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { problem: 'unreadable' };
    throw error;
  }
}

/** The object that the text is, or null. Windows' own editor puts a mark before the first character. */
function parseJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isNewer(json: Readonly<Record<string, unknown>>): boolean {
  return typeof json['version'] === 'number' && json['version'] > 1;
}

function withFolders(policy: Policy, account: Account): Policy {
  const folders = folderKeys.map((key) => {
    const folder = policy[key];
    return [key, folder === null ? null : own(folder, account)] as const;
  });
  return { ...policy, ...Object.fromEntries(folders) };
}

function own(folder: string, { home, user }: Account): string {
  // A dollar in a name is a dollar: a string in the place of these functions would take some for marks.
  return folder.replaceAll(/\$\{(home|user)\}/g, (_, name: string) =>
    name === 'home' ? home : user,
  );
}
