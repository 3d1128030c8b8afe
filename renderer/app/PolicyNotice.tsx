import styles from './PolicyNotice.module.css';
import { useAppState } from './useAppState.ts';
import { useStrings } from './useStrings.ts';

/** A policy file that cannot be followed: what is closed now, and whom to ask. Nothing where it is sound. */
export function PolicyNotice() {
  const words = useStrings().policy;
  const { source } = useAppState().policy;
  if (source.status !== 'broken') return null;
  return (
    <p role="alert" className={styles['notice']}>
      {words.notice(source.file, words.why[source.problem](source.item))}
    </p>
  );
}
