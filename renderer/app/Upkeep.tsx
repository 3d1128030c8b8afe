import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './AboutDialog.module.css';
import { RestoreBackup } from './RestoreBackup.tsx';
import { useLanguage, useStrings } from './useStrings.ts';
import { useAnswer, useCall, useInvalidate } from './useYandu.ts';

/** When the reader's work was last backed up, and whether the database is sound. */
export function Upkeep() {
  const { upkeep } = useStrings().app;
  const language = useLanguage();
  const call = useCall();
  const { data } = useAnswer('getBackupState', {});
  const [check, setCheck] = useState<'none' | 'running' | 'sound' | 'damaged'>('none');
  const when = (time: string): string =>
    new Date(time).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  // Backups are made while nobody asks.
  const invalidate = useInvalidate();
  useEffect(() => {
    invalidate('getBackupState');
  }, [invalidate]);
  const lastCheck = data?.check ?? null;
  const lastAt = data?.lastAt ?? null;
  const run = async (): Promise<void> => {
    setCheck('running');
    const result = await call('checkBriefing', {});
    invalidate('getBackupState');
    if (!result.ok) setCheck('none');
    else setCheck(result.value.isSound ? 'sound' : 'damaged');
  };
  const said = { none: '', running: upkeep.checking, sound: upkeep.sound, damaged: upkeep.damaged };
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>{upkeep.backup}</dt>
          <dd>{lastAt === null ? upkeep.none : when(lastAt)}</dd>
        </div>
        <div>
          <dt>{upkeep.lastCheck}</dt>
          <dd>
            {lastCheck === null
              ? upkeep.none
              : upkeep.checked(when(lastCheck.at), lastCheck.isSound)}
          </dd>
        </div>
      </dl>
      <p className={styles['check']}>
        <Button disabled={check === 'running'} onClick={() => void run()}>
          {upkeep.check}
        </Button>
        <span role="status">{said[check]}</span>
      </p>
      <RestoreBackup when={when} />
    </>
  );
}
