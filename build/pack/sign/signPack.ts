import Database from 'better-sqlite3';
import { createHash, type KeyObject, sign } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import {
  MANIFEST_FORMAT,
  packManifestSchema,
  printManifest,
  signedText,
} from '../../../shared/packs/packManifest.ts';
import { printSignatureFile, SIGNATURE_FILE_ENDING } from '../../../shared/packs/signatureFile.ts';
import { keyId } from './keyPair.ts';

type SignArgs = {
  readonly packPath: string;
  readonly privateKey: KeyObject;
  readonly signedAt: Date;
  /** YYYY-MM-DD, the last day on which the pack is called current; null: no such day. */
  readonly validUntil: string | null;
};

const packRowSchema = z.strictObject({
  pack_id: z.string(),
  title: z.string(),
  version: z.int(),
  version_label: z.string(),
  status: z.string().nullable(),
  digest: z.string(),
});

/**
 * Writes the signature file beside a pack, in one step, and returns its path. Throws when the pack
 * cannot be read or says of itself what no manifest can hold.
 */
export function signPack({ packPath, privateKey, signedAt, validUntil }: SignArgs): string {
  const bytes = readFileSync(packPath);
  const row = readPackRow(packPath);
  const manifest = packManifestSchema.safeParse({
    format: MANIFEST_FORMAT,
    packId: row.pack_id,
    title: row.title,
    version: row.version,
    versionLabel: row.version_label,
    status: row.status,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentDigest: row.digest,
    keyId: keyId(privateKey),
    signedAt: signedAt.toISOString(),
    validUntil,
  });
  if (!manifest.success) {
    throw new Error(`The pack was not signed: ${z.prettifyError(manifest.error)}`);
  }
  const manifestText = printManifest(manifest.data);
  const signature = sign(null, Buffer.from(signedText(manifestText), 'utf8'), privateKey);
  const path = packPath + SIGNATURE_FILE_ENDING;
  writeAtOnce(path, printSignatureFile(manifestText, signature.toString('hex')));
  return path;
}

/** A signature belongs to the bytes it was made for: a new build takes the old one away. */
export function removeSignature(packPath: string): void {
  rmSync(packPath + SIGNATURE_FILE_ENDING, { force: true });
}

function readPackRow(path: string): z.infer<typeof packRowSchema> {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return packRowSchema.parse(
      db.prepare('SELECT pack_id, title, version, version_label, status, digest FROM pack').get(),
    );
  } finally {
    db.close();
  }
}

function writeAtOnce(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, text, { flush: true });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
