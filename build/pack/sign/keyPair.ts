import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { KEY_ID_LENGTH } from '../../../shared/packs/packManifest.ts';

/** `key.pem` -> `key.pub.pem` */
export function publicKeyPath(privateKeyPath: string): string {
  return `${privateKeyPath.replace(/\.pem$/, '')}.pub.pem`;
}

/**
 * Makes an Ed25519 pair: the private key (PKCS#8) at `path`, readable by its owner alone, the public
 * one (SPKI) beside it. Returns the key's id. Throws, and changes nothing, when either file is there.
 */
export function makeKeyPair(path: string): string {
  const publicPath = publicKeyPath(path);
  for (const file of [path, publicPath]) {
    if (existsSync(file)) throw new Error(`${file} is there already and was not overwritten.`);
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const asNew = { flag: 'wx', flush: true } as const;
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    ...asNew,
    mode: 0o600,
  });
  try {
    writeFileSync(publicPath, publicKey.export({ type: 'spki', format: 'pem' }), asNew);
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return keyId(publicKey);
}

/** Reads a private Ed25519 key. Throws with a sentence when the file is missing or anything else. */
export function readPrivateKey(path: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(path));
  } catch (error) {
    throw new Error(`${path} cannot be read as a private key.`, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is not an Ed25519 key.`);
  return key;
}

/** The id by which a manifest names the key, from its private or its public half. */
export function keyId(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, KEY_ID_LENGTH);
}
