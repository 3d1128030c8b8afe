import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { InstallReport } from '../../shared/packs/installReport.ts';
import { useStoreAll } from '../app/useBeforeClose.ts';
import { useCall } from '../app/useYandu.ts';
import { InstallProgress } from './InstallProgress.tsx';
import { InstallReportSheet } from './InstallReportSheet.tsx';
import { InstallPackContext } from './useInstallPack.ts';

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'installing'; readonly file: string }
  | { readonly kind: 'said'; readonly report: InstallReport };

/**
 * Installs packs, chosen here or handed over by the system, one at a time and over whatever is on screen.
 * After success main loads the window anew; what came of it is told then.
 */
export function InstallProvider({ children }: { readonly children: ReactNode }) {
  const call = useCall();
  const storeAll = useStoreAll();
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const isBusy = useRef(false);

  const install = useCallback(
    async (from: 'choosePack' | 'takeOfferedPack'): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        const chosen = await call(from, {});
        if (!chosen.ok || chosen.value === null) return;
        setStage({ kind: 'installing', file: chosen.value.file });
        // What is being typed belongs to the briefing that is open now.
        await storeAll();
        const done = await call('installPack', {});
        setStage(done.ok ? { kind: 'said', report: done.value } : { kind: 'idle' });
      } finally {
        isBusy.current = false;
      }
    },
    [call, storeAll],
  );

  // Once, for what happened before this page was there; then whenever main says so.
  useEffect(() => {
    const take = (): void => {
      void install('takeOfferedPack');
    };
    void call('takeInstallReport', {}).then((answer) => {
      if (answer.ok && answer.value !== null) setStage({ kind: 'said', report: answer.value });
      else take();
    });
    window.addEventListener('yandu-pack', take);
    return () => {
      window.removeEventListener('yandu-pack', take);
    };
  }, [call, install]);

  const choose = useCallback((): void => {
    void install('choosePack');
  }, [install]);
  return (
    <InstallPackContext value={choose}>
      {children}
      {stage.kind === 'installing' && <InstallProgress file={stage.file} />}
      {stage.kind === 'said' && (
        <InstallReportSheet
          report={stage.report}
          onChooseOther={choose}
          onClose={() => {
            setStage({ kind: 'idle' });
            void install('takeOfferedPack');
          }}
        />
      )}
    </InstallPackContext>
  );
}
