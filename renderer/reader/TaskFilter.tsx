import { useMemo } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { countDepartments } from './departments.ts';
import styles from './TaskFilter.module.css';

type TaskFilterProps = {
  readonly content: DocumentContent;
  readonly department: string | null;
  readonly onChange: (department: string | null) => void;
};

const ALL = '';

/** Documents with task lists can be read for one department; the names in the text do the same by mouse. */
export function TaskFilter({ content, department, onChange }: TaskFilterProps) {
  const { reading } = useStrings();
  const departments = useMemo(() => countDepartments(content.segments, content.text), [content]);
  if (departments.length === 0) return null;
  return (
    <div className={styles['filter']}>
      <Select
        label={reading.department}
        value={department ?? ALL}
        options={[
          { value: ALL, label: reading.allTasks },
          ...departments.map(({ name, count }) => ({
            value: name,
            label: reading.tasksOf(name, count),
          })),
        ]}
        onChange={(name) => {
          onChange(name === ALL ? null : name);
        }}
      />
      {department !== null && (
        <Button
          kind="quiet"
          onClick={() => {
            onChange(null);
          }}
        >
          {reading.showAllTasks}
        </Button>
      )}
    </div>
  );
}
