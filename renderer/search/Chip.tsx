import type { ReactNode } from 'react';
import styles from './Chip.module.css';

type ChipProps = { readonly onClick: () => void; readonly children: ReactNode };

/** Something to search for or with instead, at one click. */
export function Chip({ onClick, children }: ChipProps) {
  return (
    <button type="button" className={styles['chip']} onClick={onClick}>
      {children}
    </button>
  );
}
