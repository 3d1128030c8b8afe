// The public keys this machine trusts. Taking a file out of the folder revokes its key.

import { createHash, createPublicKey } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KEY_ID_LENGTH } from '../../shared/packs/packManifest.ts';
import { orElse } from '../commands/orElse.ts';
import { inAdminFolder } from '../policy/adminFolder.ts';
import { isAdminOnly, isAdminsFolder } from '../policy/adminOnly.ts';

export type TrustedKey = {
  readonly id: string;
  /** What the admin called the file, without its ending. */
  readonly name: string;
  readonly pem: string;
};

export type TrustFolder = {
  readonly keys: readonly TrustedKey[];
  /** Files or folders that were not believed: not an Ed25519 key, or writable by others than the admin. */
  readonly ignored: readonly string[];
};

/** Where an admin puts public keys; the user's own profile can never add one. */
export function machineTrustFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return inAdminFolder('trust.d', platform, env);
}

/** Reads one public key (SPKI, PEM); null when the file is anything but an Ed25519 key. Throws when it cannot be read. */
export function readTrustedKey(path: string): TrustedKey | null {
  const pem = readFileSync(path, 'utf8');
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') return null;
    const spki = key.export({ type: 'spki', format: 'der' });
    const id = createHash('sha256').update(spki).digest('hex').slice(0, KEY_ID_LENGTH);
    return { id, name: basename(path).replace(/(?:\.pub)?\.pem$/, ''), pem };
  } catch {
    return null;
  }
}

/**
 * Reads every `.pem` of a folder, in the order of their names. With `adminOnly` the folder and each file must be the
 * admin's alone (`policy/adminOnly`). A folder that is not there trusts nobody, and neither does what cannot be read.
 */
export function readTrustFolder(
  folder: string,
  { adminOnly, platform = process.platform }: { adminOnly: boolean; platform?: NodeJS.Platform },
): TrustFolder {
  const names = orElse(null, () => listFolder(folder, adminOnly ? platform : null));
  if (names === null) return { keys: [], ignored: [folder] };
  const keys: TrustedKey[] = [];
  const ignored: string[] = [];
  for (const name of names) {
    if (!name.endsWith('.pem')) continue;
    const path = join(folder, name);
    const key = orElse(null, () => {
      const isBelieved = adminOnly ? isAdminOnly(path, platform) : lstatSync(path).isFile();
      return isBelieved ? readTrustedKey(path) : null;
    });
    if (key === null) ignored.push(path);
    else keys.push(key);
  }
  return { keys, ignored };
}

/** Names in their order; null where it is no folder, or on `platform` not the admin's alone. */
function listFolder(folder: string, platform: NodeJS.Platform | null): readonly string[] | null {
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about === undefined) return [];
  if (!about.isDirectory() || (platform !== null && !isAdminsFolder(folder, platform))) return null;
  return readdirSync(folder).sort();
}
