import { useEffect } from 'react';
import type { InstalledPack } from '../../shared/ipc/packs.ts';
import { localDay } from '../../shared/text/localDay.ts';
import { useAppState } from '../app/useAppState.ts';
import { useStoreAll } from '../app/useBeforeClose.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer, useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { describeTrust, isTrusted } from './describeTrust.ts';
import { PackFacts } from './PackFacts.tsx';
import styles from './PacksDialog.module.css';
import { PacksManaged } from './PacksManaged.tsx';
import { useInstallPack } from './useInstallPack.ts';

/** What is installed, which one is read, and the way to another. */
export function PacksDialog({ onClose }: { readonly onClose: () => void }) {
  const { packs } = useStrings();
  const { data } = useAnswer('listPacks', {});
  const choose = useInstallPack();
  const mayInstall = useAppState().policy.trust !== 'shippedOnly';
  const invalidate = useInvalidate();
  // Notes were made and keys may have changed since it was last open.
  useEffect(() => {
    invalidate('listPacks');
  }, [invalidate]);
  return (
    <Dialog
      title={packs.title}
      size="wide"
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          data-autofocus
          disabled={!mayInstall}
          onClick={() => {
            onClose();
            choose();
          }}
        >
          {packs.install}
        </Button>
      }
    >
      <ul className={styles['packs']}>
        {data?.packs.map((pack) => (
          <PackItem key={pack.packId} pack={pack} />
        ))}
      </ul>
      {data !== undefined && data.ignoredKeys.length > 0 && (
        <p className={styles['warning']}>{packs.ignored(data.ignoredKeys.join(packs.separator))}</p>
      )}
      {mayInstall && <p className={styles['hint']}>{packs.hint}</p>}
      <PacksManaged />
    </Dialog>
  );
}

function PackItem({ pack }: { readonly pack: InstalledPack }) {
  const { packs } = useStrings();
  const call = useCall();
  const storeAll = useStoreAll();
  const open = async (): Promise<void> => {
    await storeAll();
    await call('openPack', { packId: pack.packId });
  };
  return (
    <li className={styles['pack']} aria-current={pack.isOpen ? 'true' : undefined}>
      <div className={styles['head']}>
        <h3>
          {pack.title} <span className={styles['label']}>{pack.versionLabel}</span>
        </h3>
        {pack.isOpen ? (
          <span className={styles['open']}>{packs.isOpen}</span>
        ) : (
          <Button onClick={() => void open()}>{packs.open}</Button>
        )}
      </div>
      <p className={styles['line']}>
        <span className={styles['trust']} data-trusted={isTrusted(pack.trust)}>
          {describeTrust(pack.trust, packs.trust)}
        </span>
        {pack.installedAt !== null && <span>{packs.installedAt(localDay(pack.installedAt))}</span>}
        <span>{packs.annotations(pack.annotationCount)}</span>
      </p>
      <details className={styles['details']}>
        <summary>{packs.details}</summary>
        <PackFacts pack={pack} />
      </details>
    </li>
  );
}
