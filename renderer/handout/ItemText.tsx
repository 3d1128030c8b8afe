import { useComposedField } from '../ui/useComposedField.ts';
import styles from './OutlineEditor.module.css';

type ItemTextProps = {
  readonly label: string;
  /** What the empty field shows instead of its label. */
  readonly hint?: string;
  /** UTF-16 units; more can be neither typed nor pasted, since more could not be saved. */
  readonly longest: number;
  /** What stands for a line's end where there may be none. */
  readonly lineEnd?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** UTF-16 units beyond which a field scrolls instead of growing. */
const LONG = 5_000;

/** Text that grows with what is written; half-finished input-method letters are not saved. */
export function ItemText({
  label,
  hint = label,
  longest,
  lineEnd = '\n',
  value,
  onChange,
}: ItemTextProps) {
  const field = useComposedField(value, onChange, (text) => text.replaceAll('\n', lineEnd));
  return (
    <textarea
      className={styles['text']}
      aria-label={label}
      placeholder={hint}
      rows={1}
      maxLength={longest}
      data-long={value.length > LONG}
      {...field}
    />
  );
}
