// What holds on this machine: the admin's decisions where there are any, what the program does otherwise where
// there are none, and nothing that could be forbidden where they cannot be read.

import { z } from 'zod';
import { managedFormats, policyFileSchema, type PolicyFile } from './policyFile.ts';

/** What an admin can decide. */
const policyKeys = [
  'trust',
  'allowUnsignedPacks',
  'packFolder',
  'packUpdates',
  'exportFormats',
  'dataFolder',
  'backupFolder',
  'language',
] as const;

/** Why a policy file is not followed. Each has one sentence in `shared/strings/policy`. */
export const policyProblems = [
  'unreadable',
  'not_admin_only',
  'not_json',
  'newer',
  'invalid',
] as const;
export type PolicyProblem = (typeof policyProblems)[number];

const { trust, allowUnsignedPacks, packUpdates, exportFormats } = policyFileSchema.unwrap().shape;

export const policySchema = z
  .strictObject({
    source: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('absent') }),
      z.strictObject({ status: z.literal('active'), file: z.string() }),
      z.strictObject({
        status: z.literal('broken'),
        file: z.string(),
        problem: z.enum(policyProblems),
        /** The entry that is wrong; empty where it is the whole file. */
        item: z.string(),
      }),
    ]),
    /** Decided by the admin, and not the reader's to change. */
    managed: z.array(z.enum(policyKeys)).readonly(),
    trust: trust.unwrap(),
    allowUnsignedPacks: allowUnsignedPacks.unwrap(),
    /** Null: packs are installed from anywhere. */
    packFolder: z.string().nullable(),
    packUpdates: packUpdates.unwrap(),
    exportFormats: exportFormats.unwrap(),
    /** Null: where the program keeps its data by itself. */
    dataFolder: z.string().nullable(),
    /** Null: the data folder alone. */
    backupFolder: z.string().nullable(),
    /** Null: as the reader chose. */
    language: z.enum(['zh', 'en']).nullable(),
  })
  .readonly();
export type Policy = z.infer<typeof policySchema>;

/** No policy file: what the program does by itself. */
export const noPolicy: Policy = {
  source: { status: 'absent' },
  managed: [],
  trust: 'keyFolder',
  allowUnsignedPacks: false,
  packFolder: null,
  packUpdates: 'allowed',
  exportFormats: { '*': [...managedFormats] },
  dataFolder: null,
  backupFolder: null,
  language: null,
};

/** The policy of a file that was read from `path`. Its folders are taken as they stand. */
export function policyOf(path: string, decided: PolicyFile): Policy {
  return {
    source: { status: 'active', file: path },
    managed: policyKeys.filter((key) => decided[key] !== undefined),
    trust: decided.trust ?? noPolicy.trust,
    allowUnsignedPacks: decided.allowUnsignedPacks ?? noPolicy.allowUnsignedPacks,
    packFolder: decided.packFolder ?? null,
    packUpdates: decided.packUpdates ?? noPolicy.packUpdates,
    exportFormats: decided.exportFormats ?? noPolicy.exportFormats,
    dataFolder: decided.dataFolder ?? null,
    backupFolder: decided.backupFolder ?? null,
    language: decided.language ?? null,
  };
}

/**
 * A file that is there and cannot be followed: nothing that it could have forbidden is allowed.
 *
 * @param dataFolder what the file says of it, where that much could be read.
 */
export function closedPolicy(
  { path, problem, item }: { path: string; problem: PolicyProblem; item: string },
  dataFolder: string | null,
): Policy {
  return {
    source: { status: 'broken', file: path, problem, item },
    managed: policyKeys,
    trust: 'shippedOnly',
    allowUnsignedPacks: false,
    packFolder: null,
    packUpdates: 'forbidden',
    exportFormats: { '*': [] },
    dataFolder,
    backupFolder: null,
    language: null,
  };
}
