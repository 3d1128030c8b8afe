// Why a briefing's content is believed, as it was when it was installed and as it stands today.

import { z } from 'zod';
import { packInfoSchema } from '../domain/pack.ts';
import { packManifestSchema } from './packManifest.ts';

const { keyId, signedAt, validUntil } = packManifestSchema.unwrap().shape;
/** Both null where a program of before installed it, which did not write them down. */
const installed = {
  /** Of the pack file. */
  sha256: packInfoSchema.unwrap().shape.digest.nullable(),
  installedAt: z.iso.datetime({ precision: 3 }).nullable(),
};

/** Where a briefing's content came from; written once, when it is installed. */
export const packOriginSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shipped'), ...installed }).readonly(),
  z
    .strictObject({
      kind: z.literal('signed'),
      ...installed,
      keyId,
      keyName: z.string(),
      signedAt,
      validUntil,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('unsigned'), ...installed }).readonly(),
]);
export type PackOrigin = z.infer<typeof packOriginSchema>;

/** What the window shows of it. A key that was taken out of the trust folder is revoked. */
export const packTrustSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shipped') }).readonly(),
  z
    .strictObject({
      kind: z.literal('signed'),
      keyId,
      keyName: z.string(),
      signedAt,
      validUntil,
      standing: z.enum(['current', 'over', 'revoked']),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('unsigned') }).readonly(),
]);
export type PackTrust = z.infer<typeof packTrustSchema>;

/**
 * How far an origin is trusted now. `keys` are those trusted today, `today` is YYYY-MM-DD. The name is
 * the one the admin gives the key today, and where the key is gone the one it had.
 */
export function trustOf(
  origin: PackOrigin,
  keys: readonly { readonly id: string; readonly name: string }[],
  today: string,
): PackTrust {
  if (origin.kind !== 'signed') return { kind: origin.kind };
  const key = keys.find(({ id }) => id === origin.keyId);
  const isOver = origin.validUntil !== null && today > origin.validUntil;
  return {
    kind: 'signed',
    keyId: origin.keyId,
    keyName: key?.name ?? origin.keyName,
    signedAt: origin.signedAt,
    validUntil: origin.validUntil,
    standing: key === undefined ? 'revoked' : isOver ? 'over' : 'current',
  };
}
