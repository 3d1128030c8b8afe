import type { InstalledPack } from '../../shared/ipc/packs.ts';
import { useStrings } from '../app/useStrings.ts';
import { describeTrust } from './describeTrust.ts';
import styles from './PacksDialog.module.css';

/** What an admin compares letter by letter. */
export function PackFacts({ pack }: { readonly pack: InstalledPack }) {
  const { packs } = useStrings();
  const { trust } = pack;
  const signed: readonly (readonly [string, string])[] =
    trust.kind === 'signed'
      ? [
          [packs.signer, trust.keyName],
          [packs.keyId, trust.keyId],
          [packs.signedAt, trust.signedAt],
          [packs.validUntil, trust.validUntil ?? packs.noLimit],
        ]
      : [[packs.signer, describeTrust(trust, packs.trust)]];
  const facts = [
    ...signed,
    [packs.sha256, pack.sha256 ?? packs.unknown],
    [packs.digest, pack.digest],
    [packs.file, pack.file],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
