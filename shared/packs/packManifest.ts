// What the publisher of a pack signs: which pack and edition it is, and exactly which bytes and rows.

import { z } from 'zod';
import { packInfoSchema } from '../domain/pack.ts';
import { canonicalJson } from './canonicalJson.ts';

/** The form of this manifest. A program that knows only older forms says so, and nothing more. */
export const MANIFEST_FORMAT = 1;
/** Hex digits of a key's id: the head of the SHA-256 over the public key's SPKI bytes (DER). */
export const KEY_ID_LENGTH = 32;

/** Ed25519 signs this before the manifest, so that no signature made elsewhere ever fits here. */
const SIGNATURE_DOMAIN = 'yandu-pack/v1\0';

const { packId, version, digest } = packInfoSchema.unwrap().shape;
const label = z
  .string()
  .min(1)
  .max(500)
  // A line on a screen: no control characters.
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);

export const packManifestSchema = z
  .strictObject({
    format: z.literal(MANIFEST_FORMAT),
    packId,
    title: label,
    version,
    versionLabel: label,
    /** 内部资料 …; null where the pack states none. */
    status: label.nullable(),
    /** The pack file, byte by byte. */
    size: z.int().positive(),
    sha256: digest,
    /** The content rows, whatever the layout of the file: `pack.digest`. */
    contentDigest: digest,
    keyId: z.string().regex(/^[0-9a-f]{32}$/),
    signedAt: z.iso.datetime({ precision: 3 }),
    /** The last day on which the pack is called current. Later a warning is shown; nothing is blocked. */
    validUntil: z.iso.date().nullable(),
  })
  .readonly();
export type PackManifest = z.infer<typeof packManifestSchema>;

/** The manifest's one text. */
export function printManifest(manifest: PackManifest): string {
  return canonicalJson(packManifestSchema.parse(manifest));
}

/** What is signed, to be encoded in UTF-8. */
export function signedText(manifestText: string): string {
  return SIGNATURE_DOMAIN + manifestText;
}
