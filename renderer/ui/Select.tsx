import styles from './Select.module.css';

type SelectProps<Value extends string> = {
  readonly id?: string;
  /** Its name where no visible label points to it. */
  readonly label?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** The system's own drop-down list, typed by its options. */
export function Select<Value extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: SelectProps<Value>) {
  return (
    <select
      id={id}
      aria-label={label}
      className={styles['select']}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
