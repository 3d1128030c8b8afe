import { useState } from 'react';
import styles from './OutlineEditor.module.css';

type ItemTextProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Text that grows with what is written; half-finished input-method letters are not saved. */
export function ItemText({ label, value, onChange }: ItemTextProps) {
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <textarea
      className={styles['text']}
      aria-label={label}
      placeholder={label}
      rows={1}
      value={composing ?? value}
      onCompositionStart={() => {
        setComposing(value);
      }}
      onCompositionEnd={(event) => {
        setComposing(null);
        onChange(event.currentTarget.value);
      }}
      onChange={(event) => {
        if (composing === null) onChange(event.target.value);
        else setComposing(event.target.value);
      }}
    />
  );
}
