import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Reads the project's private release key (Ed25519, PKCS#8 PEM). Throws with a sentence for anything else. */
export function readReleaseKey(pem: string): KeyObject {
  return ed25519(createPrivateKey(pem));
}

/** Reads the project's public release key (Ed25519, SPKI PEM). Throws with a sentence for anything else. */
export function readPublicReleaseKey(pem: string): KeyObject {
  return ed25519(createPublicKey(pem));
}

/** The 64 bytes of SHA256SUMS.sig. */
export function signChecksums(list: Buffer, privateKey: KeyObject): Buffer {
  return sign(null, list, privateKey);
}

/** Whether the 64 bytes of an Ed25519 signature are of this list by this key. */
export function isSignedBy(list: Buffer, signature: Buffer, publicKey: KeyObject): boolean {
  return signature.length === 64 && verify(null, list, publicKey, signature);
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is not an Ed25519 key.');
  return key;
}
