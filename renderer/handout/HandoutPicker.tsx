import { ArchiveRestore, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Handout } from '../../shared/domain/handout.ts';
import type { HandoutId } from '../../shared/domain/ids.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { HandoutBin } from './HandoutBin.tsx';
import styles from './HandoutPicker.module.css';
import { NewHandout } from './NewHandout.tsx';

type HandoutPickerProps = {
  readonly current: Handout;
  readonly handouts: readonly Handout[];
  readonly onChoose: (id: HandoutId | null) => void;
};

/** Which handout is on the desk, and what can be done with it as a whole. */
export function HandoutPicker({ current, handouts, onChoose }: HandoutPickerProps) {
  const { handout: words } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const [isBinOpen, setIsBinOpen] = useState(false);

  const duplicate = async (): Promise<void> => {
    const copied = await call('duplicateHandout', {
      id: current.id,
      title: words.copyTitle(current.title),
    });
    if (!copied.ok) return;
    invalidate('listHandouts');
    onChoose(copied.value.id);
  };
  const remove = async (): Promise<void> => {
    const removed = await call('deleteHandout', { id: current.id });
    if (!removed.ok) return;
    onChoose(null);
    invalidate('listHandouts', 'listHandoutBin');
    announce(words.removed);
  };

  return (
    <div className={styles['bar']}>
      <Select
        label={words.handouts}
        value={current.id}
        options={handouts.map((one) => ({
          value: one.id,
          label: (one.id === current.id ? current.title : one.title) || words.untitled,
        }))}
        onChange={onChoose}
      />
      <IconButton icon={Copy} label={words.duplicate} onClick={() => void duplicate()} />
      <IconButton icon={Trash2} label={words.remove} onClick={() => void remove()} />
      <IconButton
        icon={ArchiveRestore}
        label={words.bin}
        onClick={() => {
          setIsBinOpen(true);
        }}
      />
      <NewHandout onCreated={onChoose} />
      {isBinOpen && (
        <HandoutBin
          onClose={() => {
            setIsBinOpen(false);
          }}
        />
      )}
    </div>
  );
}
