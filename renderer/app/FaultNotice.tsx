import { useEffect, useState } from 'react';
import styles from './PolicyNotice.module.css';
import { useStrings } from './useStrings.ts';

/** Something went wrong in the program that no answer of it could tell: what is safe, and what to do. */
export function FaultNotice() {
  const { rescue } = useStrings();
  const [isTold, setIsTold] = useState(false);
  // Main speaks through an event of the window.
  useEffect(() => {
    const onFault = (): void => {
      setIsTold(true);
    };
    window.addEventListener('yandu-fault', onFault);
    return () => {
      window.removeEventListener('yandu-fault', onFault);
    };
  }, []);
  if (!isTold) return null;
  return (
    <p role="alert" className={styles['notice']}>
      {rescue.fault}
    </p>
  );
}
