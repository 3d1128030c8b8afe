import { LONGEST_LINE, type HandoutItem } from '../../shared/domain/handout.ts';
import { useStrings } from '../app/useStrings.ts';
import { ItemText } from './ItemText.tsx';
import styles from './OutlineEditor.module.css';

type AttendanceFieldsProps = {
  readonly item: Extract<HandoutItem, { kind: 'attendance' }>;
  readonly onChange: (item: HandoutItem) => void;
};

const lists = ['present', 'absent', 'observers', 'recorder'] as const;

/** Who was there. What stays empty becomes a line to sign on. */
export function AttendanceFields({ item, onChange }: AttendanceFieldsProps) {
  const { handout: words } = useStrings();
  return lists.map((list) => (
    <div key={list} className={styles['attendance']}>
      <span aria-hidden>{words.attendance[list]}</span>
      <ItemText
        label={words.attendance[list]}
        hint={words.attendanceHint}
        longest={LONGEST_LINE}
        lineEnd="、"
        value={item[list]}
        onChange={(names) => {
          onChange({ ...item, [list]: names });
        }}
      />
    </div>
  ));
}
