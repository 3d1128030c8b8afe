import { useState } from 'react';
import styles from './OutlineEditor.module.css';

type ItemTextProps = {
  readonly label: string;
  /** What the empty field shows instead of its label. */
  readonly hint?: string;
  /** UTF-16 units; more can be neither typed nor pasted, since more could not be saved. */
  readonly longest: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** UTF-16 units beyond which a field scrolls instead of growing. */
const LONG = 5_000;

/** Text that grows with what is written; half-finished input-method letters are not saved. */
export function ItemText({ label, hint = label, longest, value, onChange }: ItemTextProps) {
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <textarea
      className={styles['text']}
      aria-label={label}
      placeholder={hint}
      rows={1}
      maxLength={longest}
      data-long={value.length > LONG}
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
