import { useEffect, useState } from 'react';
import type { CheckProgress } from '../../shared/packs/packReport.ts';
import { callBridge } from '../app/bridge.ts';
import { useStrings } from '../app/useStrings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './InstallSheet.module.css';

/** How far a pack has been checked, and the way out of it. */
export function InstallProgress({ file }: { readonly file: string }) {
  const { app, packs } = useStrings();
  const [progress, setProgress] = useState<CheckProgress | null>(null);
  const [isCancelling, setCancelling] = useState(false);

  // Main says that there is news, and is asked for it.
  useEffect(() => {
    const ask = (): void => {
      void callBridge('getInstallProgress', {}).then((answer) => {
        if (answer.ok) setProgress(answer.value);
      });
    };
    window.addEventListener('yandu-progress', ask);
    return () => {
      window.removeEventListener('yandu-progress', ask);
    };
  }, []);

  const cancel = (): void => {
    setCancelling(true);
    void callBridge('cancelInstall', {});
  };
  const share = progress?.share ?? null;
  const step = progress?.step;
  const sentence =
    step === 'examining'
      ? packs.examining
      : share === null
        ? packs.starting
        : packs.copying(`${String(Math.floor(share * 100))}%`);
  return (
    <Dialog
      title={packs.installing}
      onClose={cancel}
      footer={
        <Button onClick={cancel} disabled={isCancelling} data-autofocus>
          {app.cancel}
        </Button>
      }
    >
      <p className={styles['lead']}>{file}</p>
      <progress className={styles['bar']} aria-label={packs.installing} {...barOf(share)} />
      <p role="status" className={styles['line']}>
        {isCancelling ? packs.cancelling : sentence}
      </p>
    </Dialog>
  );
}

/** Without a value the bar only shows that something goes on. */
function barOf(share: number | null): { readonly value?: number } {
  return share === null ? {} : { value: share };
}
