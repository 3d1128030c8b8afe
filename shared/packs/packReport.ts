// What the check and the installation of a pack can end with. The checks run in the order of this list
// and stop at the first refusal; each refusal has one sentence in `shared/strings/packCheck`.

import { z } from 'zod';
import { packInfoSchema } from '../domain/pack.ts';
import { packManifestSchema } from './packManifest.ts';

export const packRefusals = [
  // Size
  'missing',
  'unreadable',
  'too_large',
  // Signature
  'unsigned',
  'signature_malformed',
  'signature_newer',
  'key_unknown',
  'signature_wrong',
  // Hash of the copy
  'staging_failed',
  'disk_full',
  'truncated',
  'altered',
  // Header
  'not_a_pack',
  'journal_open',
  'layout_wrong',
  'format_older',
  'format_newer',
  // Exact schema
  'schema_foreign',
  'damaged',
  // Limits
  'too_long',
  'text_unsafe',
  'content_invalid',
  // Digest
  'digest_wrong',
  'manifest_differs',
  // The checking process
  'timed_out',
  'cancelled',
  'crashed',
  // Installing
  'shipped_only',
  'outside_folder',
  'updates_forbidden',
  'older',
  'version_reused',
  'folder_unwritable',
  'briefing_unreadable',
  'unexpected',
] as const;
export type PackRefusal = (typeof packRefusals)[number];

export const refusedSchema = z
  .strictObject({
    status: z.literal('refused'),
    code: z.enum(packRefusals),
    /** What the sentence needs: a file, a key, a version, a table. Never text of a document. */
    detail: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .readonly();
export type Refused = z.infer<typeof refusedSchema>;

const { packId, title, version, versionLabel, status, digest } = packInfoSchema.unwrap().shape;
const { keyId, signedAt, validUntil } = packManifestSchema.unwrap().shape;

const verifiedSchema = z
  .strictObject({
    status: z.literal('verified'),
    pack: z.strictObject({ packId, title, version, versionLabel, status, digest }).readonly(),
    size: z.int().positive(),
    sha256: digest,
    /** Null: unsigned, and whoever asked allows that. The name is the admin's, not the signer's. */
    signature: z
      .strictObject({ keyId, keyName: z.string(), signedAt, validUntil })
      .readonly()
      .nullable(),
    /** Characters that turn the direction of text around stand in it; they can make a line misread. */
    hasDirectionOverrides: z.boolean(),
  })
  .readonly();
export type VerifiedPack = z.infer<typeof verifiedSchema>;

export const packReportSchema = z.discriminatedUnion('status', [
  verifiedSchema.unwrap(),
  refusedSchema.unwrap(),
]);
export type PackReport = z.infer<typeof packReportSchema>;

/** What the checking process tells on its way; `share` is between 0 and 1, null while nobody can tell. */
export const checkProgressSchema = z
  .strictObject({
    status: z.literal('checking'),
    step: z.enum(['copying', 'examining']),
    share: z.number().min(0).max(1).nullable(),
  })
  .readonly();
export type CheckProgress = z.infer<typeof checkProgressSchema>;

/** A value that passed, or why not. */
export type Checked<Value> = { readonly status: 'passed'; readonly value: Value } | Refused;

export function passed<Value>(value: Value): Checked<Value> {
  return { status: 'passed', value };
}

export function refused(code: PackRefusal, detail: Refused['detail'] = {}): Refused {
  return { status: 'refused', code, detail };
}
