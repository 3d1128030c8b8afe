import { useEffect } from 'react';
import styles from './PolicyNotice.module.css';
import { useStrings } from './useStrings.ts';
import { useAnswer, useInvalidate } from './useYandu.ts';

/**
 * The disk is full or the briefing was found damaged: what is safe, and what to do. The first goes by itself when
 * there is room again.
 */
export function DiskNotice() {
  const { rescue, app } = useStrings();
  const { data } = useAnswer('getDiskState', {});
  const invalidate = useInvalidate();
  // Main speaks through an event of the window.
  useEffect(() => {
    const ask = (): void => {
      invalidate('getDiskState');
    };
    window.addEventListener('yandu-disk', ask);
    return () => {
      window.removeEventListener('yandu-disk', ask);
    };
  }, [invalidate]);
  if (data === undefined || !(data.isFull || data.isDamaged)) return null;
  return (
    <p role="alert" className={styles['notice']}>
      {data.isFull ? rescue.diskFull : app.upkeep.damaged}
    </p>
  );
}
