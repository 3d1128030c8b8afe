import type { Database } from 'better-sqlite3';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PackManifest } from '../../shared/packs/packManifest.ts';
import {
  type Checked,
  type CheckProgress,
  type PackReport,
  passed,
  refused,
  type VerifiedPack,
} from '../../shared/packs/packReport.ts';
import { isDamage, openForeign } from '../db/briefing/openForeign.ts';
import { checkContent } from './checkContent.ts';
import { checkHeader } from './checkHeader.ts';
import { checkLimits } from './checkLimits.ts';
import type { CheckRequest } from './checkRequest.ts';
import { checkSchema } from './checkSchema.ts';
import { checkSignature } from './checkSignature.ts';
import { copyChecked } from './copyChecked.ts';
import { hasDigest } from '../db/briefing/hasDigest.ts';
import { isNotFound } from './isNotFound.ts';
import { MAX_PACK_BYTES } from './packLimits.ts';

/**
 * Checks a pack in one order: size, signature, hash of the copy, header, exact schema, limits, digest.
 * The first refusal ends it, so nothing reads a byte that an earlier check has not allowed. The copy at
 * `stagingPath` is what was checked. May run without end on a hostile pack: only for a process that
 * can be killed.
 */
export function checkPack(
  request: CheckRequest,
  onProgress: (progress: CheckProgress) => void,
): PackReport {
  const { packPath, stagingPath, nativeBinding } = request;
  const file = basename(packPath);
  const size = checkSize(packPath, file);
  if (size.status === 'refused') return size;
  const signature = checkSignature(packPath, request.keys, request.allowUnsigned);
  if (signature.status === 'refused') return signature;
  const manifest = signature.value?.manifest ?? null;
  const copy = copyChecked({
    packPath,
    stagingPath,
    manifest,
    maxBytes: MAX_PACK_BYTES,
    onShare: (share) => {
      onProgress({ status: 'checking', step: 'copying', share });
    },
  });
  if (copy.status === 'refused') return copy;
  onProgress({ status: 'checking', step: 'examining', share: null });
  const header = checkHeader(stagingPath, file);
  if (header.status === 'refused') return header;
  const database = checkDatabase(stagingPath, file, manifest, nativeBinding);
  if (database.status === 'refused') return database;
  return {
    status: 'verified',
    ...database.value,
    ...copy.value,
    signature: signature.value && {
      keyId: signature.value.manifest.keyId,
      keyName: signature.value.keyName,
      signedAt: signature.value.manifest.signedAt,
      validUntil: signature.value.manifest.validUntil,
    },
  };
}

function checkSize(packPath: string, file: string): Checked<null> {
  try {
    const stats = statSync(packPath);
    if (!stats.isFile()) return refused('unreadable', { file });
    return stats.size > MAX_PACK_BYTES ? refused('too_large', { file }) : passed(null);
  } catch (error) {
    return refused(isNotFound(error) ? 'missing' : 'unreadable', { file });
  }
}

type Facts = Pick<VerifiedPack, 'pack' | 'hasDirectionOverrides'>;

function checkDatabase(
  path: string,
  file: string,
  manifest: PackManifest | null,
  nativeBinding: string | null,
): Checked<Facts> {
  let db: Database | null = null;
  try {
    db = openForeign(path, nativeBinding);
    const schema = checkSchema(db, file, nativeBinding);
    if (schema.status === 'refused') return schema;
    const limits = checkLimits(db, file);
    if (limits.status === 'refused') return limits;
    const content = checkContent(db, file);
    if (content.status === 'refused') return content;
    const pack = content.value;
    if (!hasDigest(db, pack.digest)) return refused('digest_wrong', { file });
    if (manifest !== null && !isDescribedBy(pack, manifest)) {
      return refused('manifest_differs', { file });
    }
    return passed({ pack, hasDirectionOverrides: limits.value });
  } catch (error) {
    if (isDamage(error)) return refused('damaged', { file });
    throw error;
  } finally {
    db?.close();
  }
}

function isDescribedBy(pack: Facts['pack'], manifest: PackManifest): boolean {
  return (
    pack.packId === manifest.packId &&
    pack.title === manifest.title &&
    pack.version === manifest.version &&
    pack.versionLabel === manifest.versionLabel &&
    pack.status === manifest.status &&
    pack.digest === manifest.contentDigest
  );
}
