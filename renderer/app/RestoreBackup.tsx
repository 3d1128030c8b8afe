import { useState } from 'react';
import type { IsoTime } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './AboutDialog.module.css';
import { useStoreAll } from './useBeforeClose.ts';
import { useStrings } from './useStrings.ts';
import { useAnswer, useCall, type Answer } from './useYandu.ts';

type Counts = Answer<'restoreBackup'>;
type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'restoring' }
  | { readonly kind: 'restored'; readonly at: IsoTime; readonly counts: Counts };

type RestoreProps = {
  /** A time in the reader's own words. */
  readonly when: (time: IsoTime) => string;
};

/** The way back to an earlier backup: what it holds, what will happen, what happened. */
export function RestoreBackup({ when }: RestoreProps) {
  const { upkeep } = useStrings().app;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={styles['restore']}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary>{upkeep.restore}</summary>
      {isOpen && <BackupChoice when={when} />}
    </details>
  );
}

function BackupChoice({ when }: RestoreProps) {
  const { upkeep } = useStrings().app;
  const call = useCall();
  const storeAll = useStoreAll();
  const { data: backups } = useAnswer('listBackups', {});
  const [chosen, setChosen] = useState<IsoTime | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const at = chosen ?? backups?.[0] ?? null;
  const isChoosing = step.kind === 'choosing';
  if (backups === undefined) return null;
  if (at === null) return <p>{upkeep.restoreNone}</p>;
  if (step.kind === 'restored') {
    return (
      <div role="status">
        <p>{upkeep.restored(when(step.at), step.counts.notes, step.counts.handouts)}</p>
        {/* Everything on the page was read before: it starts afresh. */}
        <Button kind="primary" autoFocus onClick={() => void call('reloadPage', {})}>
          {upkeep.goOn}
        </Button>
      </div>
    );
  }
  const restore = async (): Promise<void> => {
    setStep({ kind: 'restoring' });
    await storeAll();
    const result: Result<Counts> = await call('restoreBackup', { madeAt: at });
    setStep(result.ok ? { kind: 'restored', at, counts: result.value } : { kind: 'choosing' });
  };
  return (
    <>
      <label>
        {upkeep.chooseBackup}
        <Select
          value={at}
          options={backups.map((one) => ({ value: one, label: when(one) }))}
          onChange={setChosen}
        />
      </label>
      <Holdings at={at} />
      <p>{upkeep.before(when(at))}</p>
      <Button disabled={!isChoosing} onClick={() => void restore()}>
        {isChoosing ? upkeep.restoreNow : upkeep.restoring}
      </Button>
    </>
  );
}

/** What is in a backup, or why it cannot be taken. */
function Holdings({ at }: { readonly at: IsoTime }) {
  const { app, errors } = useStrings();
  const { data, error } = useAnswer('describeBackup', { madeAt: at });
  if (error !== null) {
    const { code, detail } = error.failure;
    return <p role="alert">{errors[code](detail)}</p>;
  }
  return <p>{data === undefined ? '' : app.upkeep.holds(data.notes, data.handouts)}</p>;
}
