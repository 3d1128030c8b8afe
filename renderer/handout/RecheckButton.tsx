import { useState } from 'react';
import { quoteDifference } from '../../shared/handout/quoteDifference.ts';
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
              <AlteredQuote key={quote.number} {...quote} />
            ))}
          </dl>
        </Dialog>
      )}
    </>
  );
}

const tags = { same: 'span', removed: 'del', added: 'ins' } as const;

/** What the source says, and the same with each character of the file that differs struck out or put in. */
function AlteredQuote({ number, source, found }: Recheck['altered'][number]) {
  const { handout: words } = useStrings();
  return (
    <div>
      <dt>{words.recheckSource(number)}</dt>
      <dd>{source ?? words.unequal.missing}</dd>
      <dt>{words.recheckFound}</dt>
      <dd>
        {source === null || found === null
          ? (found ?? words.recheckGone)
          : quoteDifference(source, found).map(({ kind, text }, index) => {
              const Tag = tags[kind];
              return <Tag key={index}>{text}</Tag>;
            })}
      </dd>
    </div>
  );
}

function sentence(report: Recheck, words: ReturnType<typeof useStrings>['handout']): string {
  const { fileName: file, total, altered } = report;
  if (total === 0) return words.recheckNothing(file);
  return altered.length === 0
    ? words.recheckAllEqual({ file, total })
    : words.recheckAltered({ file, total, altered: altered.length });
}
