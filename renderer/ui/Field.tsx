import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** Gets the id its control must carry, and the id of the hint. */
  readonly children: (ids: {
    readonly id: string;
    readonly hintId: string | undefined;
  }) => ReactNode;
};

/** A label, its control, and a word of help. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['control']}>
        {children({ id, hintId })}
        {hint !== undefined && (
          <p id={hintId} className={styles['hint']}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
