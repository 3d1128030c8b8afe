import { createPublicKey, verify } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { type PackManifest, signedText } from '../../shared/packs/packManifest.ts';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';
import {
  MAX_SIGNATURE_FILE_BYTES,
  parseSignatureFile,
  SIGNATURE_FILE_ENDING,
} from '../../shared/packs/signatureFile.ts';
import { isNotFound } from './isNotFound.ts';
import type { TrustedKey } from './trustedKeys.ts';

export type Signed = { readonly manifest: PackManifest; readonly keyName: string };

/** Checks the signature file beside a pack; null where there is none and none is asked for. */
export function checkSignature(
  packPath: string,
  keys: readonly TrustedKey[],
  allowUnsigned: boolean,
): Checked<Signed | null> {
  const file = basename(packPath);
  let text: string | null;
  try {
    text = readShortText(packPath + SIGNATURE_FILE_ENDING);
  } catch (error) {
    if (!isNotFound(error)) return refused('unreadable', { file: file + SIGNATURE_FILE_ENDING });
    return allowUnsigned ? passed(null) : refused('unsigned', { file });
  }
  const parsed = text === null ? null : parseSignatureFile(text);
  if (parsed?.status === 'newer') return refused('signature_newer', { file });
  if (parsed?.status !== 'parsed') return refused('signature_malformed', { file });
  const { manifest, manifestText, signature } = parsed.file;
  const key = keys.find(({ id }) => id === manifest.keyId);
  if (key === undefined) return refused('key_unknown', { file, keyId: manifest.keyId });
  const isGenuine = verify(
    null,
    Buffer.from(signedText(manifestText), 'utf8'),
    createPublicKey(key.pem),
    Buffer.from(signature, 'hex'),
  );
  if (!isGenuine) return refused('signature_wrong', { file, keyName: key.name });
  return passed({ manifest, keyName: key.name });
}

/** Null when it is longer than any signature file or not UTF-8. */
function readShortText(path: string): string | null {
  const handle = openSync(path, 'r');
  try {
    if (fstatSync(handle).size > MAX_SIGNATURE_FILE_BYTES) return null;
    const bytes = Buffer.alloc(MAX_SIGNATURE_FILE_BYTES);
    const length = readSync(handle, bytes, 0, bytes.length, 0);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(0, length),
    );
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    closeSync(handle);
  }
}
