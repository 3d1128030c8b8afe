import { BookOpenText, Highlighter, ScrollText, Search } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useAppState } from './useAppState.ts';
import { useChangeSettings } from './useSettings.ts';
import { useStrings } from './useStrings.ts';
import { useDispatch } from './useWorkspace.ts';
import styles from './WelcomeDialog.module.css';

/** The first start: what can be done here, on the pack that is already open. Shown once. */
export function WelcomeDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useStrings();
  const { pack } = useAppState();
  const dispatch = useDispatch();
  const change = useChangeSettings();
  const text = app.welcome;

  // Storing the settings as they are is what makes this no longer the first start.
  function begin(): void {
    change({});
    onClose();
  }

  return (
    <Dialog
      title={text.title}
      size="wide"
      onClose={begin}
      footer={
        <>
          <Button
            onClick={() => {
              begin();
              dispatch({ kind: 'showDialog', dialog: 'settings' });
            }}
          >
            {text.comfort}
          </Button>
          <Button kind="primary" onClick={begin} data-autofocus>
            {text.begin}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{text.lead(pack.title, pack.documentCount)}</p>
      <ul className={styles['cards']}>
        <li>
          <BookOpenText size={20} strokeWidth={1.5} aria-hidden />
          <h3>{text.read}</h3>
          <p>{text.readBody}</p>
        </li>
        <li>
          <Search size={20} strokeWidth={1.5} aria-hidden />
          <h3>{text.search}</h3>
          <p>{text.searchBody}</p>
        </li>
        <li>
          <Highlighter size={20} strokeWidth={1.5} aria-hidden />
          <h3>{text.mark}</h3>
          <p>{text.markBody}</p>
        </li>
        <li>
          <ScrollText size={20} strokeWidth={1.5} aria-hidden />
          <h3>{text.share}</h3>
          <p>{text.shareBody}</p>
        </li>
      </ul>
      <p className={styles['private']}>{text.private}</p>
    </Dialog>
  );
}
