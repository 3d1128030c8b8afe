import { useId, type ReactNode } from 'react';
import styles from './Choice.module.css';

type ChoiceProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  /** Seen, and not to be changed. */
  readonly isDisabled?: boolean;
  /** Stands behind the options. */
  readonly hint?: ReactNode;
  readonly onChange: (value: Value) => void;
};

/** A few exclusive options, all in sight: radio buttons in one row. */
export function Choice<Value extends string>({
  legend,
  value,
  options,
  isDisabled = false,
  hint = null,
  onChange,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['choice']} disabled={isDisabled}>
      <legend>{legend}</legend>
      <div className={styles['row']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {hint}
      </div>
    </fieldset>
  );
}
