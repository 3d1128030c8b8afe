import { assertNever } from '../../shared/domain/result.ts';
import type { PackTrust } from '../../shared/packs/packTrust.ts';
import type { Strings } from '../../shared/strings/zh.ts';

/** Who vouches for a pack, in a few words. */
export function describeTrust(trust: PackTrust, words: Strings['packs']['trust']): string {
  switch (trust.kind) {
    case 'shipped':
      return words.shipped;
    case 'unsigned':
      return words.unsigned;
    case 'signed': {
      const { keyName, signedAt, validUntil, standing } = trust;
      const day = signedAt.slice(0, 10);
      if (standing === 'revoked') return words.revoked(keyName);
      return standing === 'over'
        ? words.over(keyName, day, validUntil ?? '')
        : words.signed(keyName, day);
    }
    default:
      return assertNever(trust);
  }
}

/** Whether a reader should look twice. */
export function isTrusted(trust: PackTrust): boolean {
  return trust.kind === 'shipped' || (trust.kind === 'signed' && trust.standing === 'current');
}
