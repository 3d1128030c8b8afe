import { useState } from 'react';
import type { Recheck } from '../../shared/ipc/handouts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './PreviewPane.module.css';

/** Opens a file exported earlier and says whether its quotations still are what the sources say. */
export function RecheckButton() {
  const { handout: words } = useStrings();
  const call = useCall();
  const [report, setReport] = useState<Recheck | null>(null);
  const recheck = async (): Promise<void> => {
    const result = await call('recheckExport', {});
    if (result.ok) setReport(result.value);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void recheck()}>
        {words.recheck}
      </Button>
      {report && (
        <Dialog
          title={words.recheck}
          onClose={() => {
            setReport(null);
          }}
        >
          <p>{sentence(report, words)}</p>
          <dl className={styles['altered']}>
            {report.altered.map((quote) => (
              <div key={quote.number}>
                <dt>{words.recheckSource}</dt>
                <dd>{quote.source}</dd>
                <dt>{words.recheckFound}</dt>
                <dd>{quote.found ?? words.recheckGone}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  );
}

function sentence(report: Recheck, words: ReturnType<typeof useStrings>['handout']): string {
  const { fileName: file, total, altered } = report;
  return altered.length === 0
    ? words.recheckAllEqual({ file, total })
    : words.recheckAltered({ file, total, altered: altered.length });
}
