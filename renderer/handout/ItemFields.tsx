import { useState } from 'react';
import { LONGEST_NOTE } from '../../shared/domain/annotation.ts';
import { LONGEST_LINE, type HandoutItem } from '../../shared/domain/handout.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { useStrings } from '../app/useStrings.ts';
import { Select } from '../ui/Select.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { AttendanceFields } from './AttendanceFields.tsx';
import { ExcerptFields } from './ExcerptFields.tsx';
import { ItemText } from './ItemText.tsx';
import styles from './OutlineEditor.module.css';
import { ComparisonFields, TaskFields } from './TableFields.tsx';

type ItemFieldsProps = {
  readonly item: HandoutItem;
  readonly onChange: (item: HandoutItem) => void;
  readonly onToComparison: () => void;
  readonly onToTasks: () => void;
};

/** What can be written in an item of each kind. */
export function ItemFields({ item, onChange, onToComparison, onToTasks }: ItemFieldsProps) {
  const { handout: words } = useStrings();
  switch (item.kind) {
    case 'heading':
      return <HeadingFields item={item} onChange={onChange} />;
    case 'excerpt':
      return (
        <ExcerptFields
          item={item}
          onChange={onChange}
          onToComparison={onToComparison}
          onToTasks={onToTasks}
        />
      );
    case 'question':
      return (
        <>
          <ItemText
            label={words.questionText}
            longest={LONGEST_NOTE}
            value={item.text}
            onChange={(text) => {
              onChange({ ...item, text });
            }}
          />
          <ItemText
            label={words.answer}
            longest={LONGEST_NOTE}
            value={item.answer}
            onChange={(answer) => {
              onChange({ ...item, answer });
            }}
          />
        </>
      );
    case 'note':
      return (
        <>
          <ItemText
            label={words.noteText}
            longest={LONGEST_NOTE}
            value={item.text}
            onChange={(text) => {
              onChange({ ...item, text });
            }}
          />
          <Toggle
            label={words.isPrivate}
            isOn={item.isPrivate}
            onChange={(isPrivate) => {
              onChange({ ...item, isPrivate });
            }}
          />
        </>
      );
    case 'comparison':
      return <ComparisonFields item={item} onChange={onChange} />;
    case 'tasks':
      return <TaskFields item={item} onChange={onChange} />;
    case 'attendance':
      return <AttendanceFields item={item} onChange={onChange} />;
    case 'lines':
      return (
        <NumberField
          label={words.lineCount}
          value={item.count}
          largest={60}
          onChange={(count) => {
            if (count !== null) onChange({ ...item, count });
          }}
        />
      );
    case 'page_break':
      return null;
    default:
      return assertNever(item);
  }
}

type HeadingFieldsProps = {
  readonly item: Extract<HandoutItem, { kind: 'heading' }>;
  readonly onChange: (item: HandoutItem) => void;
};

function HeadingFields({ item, onChange }: HeadingFieldsProps) {
  const { handout: words } = useStrings();
  const { one, two, three, four } = words.levels;
  const levels = [one, two, three, four];
  return (
    <div className={styles['row']}>
      <ItemText
        label={words.headingText}
        longest={LONGEST_LINE}
        lineEnd=""
        value={item.text}
        onChange={(text) => {
          onChange({ ...item, text });
        }}
      />
      <Select
        label={words.headingLevel}
        value={String(item.level)}
        options={levels.map((label, index) => ({ value: String(index + 1), label }))}
        onChange={(level) => {
          onChange({ ...item, level: Number(level) });
        }}
      />
      <NumberField
        label={words.minutes}
        value={item.minutes}
        largest={1440}
        onChange={(minutes) => {
          onChange({ ...item, minutes });
        }}
      />
    </div>
  );
}

type NumberFieldProps = {
  readonly label: string;
  readonly value: number | null;
  readonly largest: number;
  readonly onChange: (value: number | null) => void;
};

/** A whole number from 1, or nothing. What may not be nothing is so while it is typed anew, for no longer. */
function NumberField({ label, value, largest, onChange }: NumberFieldProps) {
  const [isEmpty, setIsEmpty] = useState(false);
  return (
    <label className={styles['count']}>
      <input
        type="number"
        min={1}
        max={largest}
        value={isEmpty ? '' : (value ?? '')}
        onChange={(event) => {
          const typed = Math.floor(event.target.valueAsNumber);
          setIsEmpty(Number.isNaN(typed));
          onChange(Number.isNaN(typed) ? null : Math.min(largest, Math.max(1, typed)));
        }}
        onBlur={() => {
          setIsEmpty(false);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
