import { useState } from 'react';
import { handoutTemplates, type HandoutTemplate } from '../../shared/domain/handout.ts';
import type { HandoutId } from '../../shared/domain/ids.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './HandoutPicker.module.css';

/** Begins a handout from a template. */
export function NewHandout({ onCreated }: { readonly onCreated: (id: HandoutId) => void }) {
  const { handout: words } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const [template, setTemplate] = useState<HandoutTemplate>('discussion_outline');
  const create = async (): Promise<void> => {
    const made = await call('createHandout', { template, title: words.templates[template] });
    if (!made.ok) return;
    invalidate('listHandouts');
    onCreated(made.value.id);
  };
  return (
    <span className={styles['group']}>
      <Select
        label={words.template}
        value={template}
        options={handoutTemplates.map((value) => ({ value, label: words.templates[value] }))}
        onChange={setTemplate}
      />
      <Button onClick={() => void create()}>{words.create}</Button>
    </span>
  );
}
