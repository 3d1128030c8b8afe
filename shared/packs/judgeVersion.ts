import type { PackInfo } from '../domain/pack.ts';
import { refused, type Refused } from './packReport.ts';

type Edition = Pick<PackInfo, 'packId' | 'version' | 'versionLabel' | 'digest'>;

/** The highest version of a pack that this computer has had from one signer. */
export type SeenVersion = Pick<Edition, 'packId' | 'version' | 'versionLabel'> & {
  /** A key's id, or `shipped`, or `unsigned`. */
  readonly signer: string;
};

export type Verdict = { readonly status: 'install' | 'update' | 'known' } | Refused;

/**
 * Whether a verified pack may be installed. Versions only grow: each signer is held to the highest it
 * has shown, and the installed one is only ever replaced by a newer one, unless its own key was revoked:
 * who stole a key must not be able to block the next edition with a high number.
 */
export function judgeVersion(
  pack: Edition,
  signer: string,
  installed: (Edition & { readonly isRevoked: boolean }) | null,
  seen: readonly SeenVersion[],
  file: string,
): Verdict {
  const older = (than: { readonly versionLabel: string }): Refused =>
    refused('older', { file, label: pack.versionLabel, seen: than.versionLabel });
  const isStanding = installed !== null && !installed.isRevoked;
  if (isStanding && installed.version === pack.version) {
    return installed.digest === pack.digest
      ? { status: 'known' }
      : refused('version_reused', { file, label: installed.versionLabel });
  }
  const highest = seen.find((one) => one.packId === pack.packId && one.signer === signer);
  if (highest !== undefined && pack.version < highest.version) return older(highest);
  if (isStanding && pack.version < installed.version) return older(installed);
  return { status: installed === null ? 'install' : 'update' };
}

/** The list with this version in it, where it is the highest of its pack and signer. */
export function rememberVersion(
  seen: readonly SeenVersion[],
  one: SeenVersion,
): readonly SeenVersion[] {
  const isSame = ({ packId, signer }: SeenVersion): boolean =>
    packId === one.packId && signer === one.signer;
  const before = seen.find(isSame);
  if (before !== undefined && before.version >= one.version) return seen;
  return [...seen.filter((other) => !isSame(other)), one];
}
