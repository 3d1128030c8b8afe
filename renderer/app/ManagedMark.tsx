import { LockKeyhole } from 'lucide-react';
import styles from './ManagedMark.module.css';
import { useStrings } from './useStrings.ts';

/** Says that a choice is the admin's, where the choice would be made. */
export function ManagedMark({ sentence }: { readonly sentence?: string }) {
  const { policy } = useStrings();
  return (
    <span className={styles['mark']}>
      <LockKeyhole aria-hidden size={14} />
      {sentence ?? policy.managed}
    </span>
  );
}
