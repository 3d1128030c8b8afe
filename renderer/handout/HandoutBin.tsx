import { useStrings } from '../app/useStrings.ts';
import { useAnswer, useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './HandoutPicker.module.css';

/** Handouts that were thrown away and can be had back. */
export function HandoutBin({ onClose }: { readonly onClose: () => void }) {
  const { handout: words } = useStrings();
  const { data: binned } = useAnswer('listHandoutBin', {});
  const call = useCall();
  const invalidate = useInvalidate();
  return (
    <Dialog title={words.bin} onClose={onClose}>
      {binned && <p>{binned.length === 0 ? words.emptyBin : words.binHint}</p>}
      <ul className={styles['bin']}>
        {binned?.map((handout) => (
          <li key={handout.id}>
            <span>{handout.title || words.untitled}</span>
            <Button
              onClick={() => {
                void call('restoreHandout', { id: handout.id }).then(() => {
                  invalidate('listHandouts', 'listHandoutBin');
                });
              }}
            >
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
