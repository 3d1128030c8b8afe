import { PackTrustButton } from '../packs/PackTrustButton.tsx';
import { useAnnouncement } from './AnnounceProvider.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import styles from './StatusBar.module.css';
import { useAppState } from './useAppState.ts';
import { useStrings } from './useStrings.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import { isReadingShown } from './workspace.ts';

/** Place, state of the pack, and what has just happened: one quiet line. */
export function StatusBar() {
  const { app } = useStrings();
  const { settings } = useAppState();
  const dispatch = useDispatch();
  const isReading = useWorkspaceValue(isReadingShown);
  const { sentence } = useAnnouncement();
  return (
    <footer className={styles['bar']} aria-label={app.status}>
      {isReading && <ReadingStatus />}
      <span className={styles['offline']}>
        <span className={styles['dot']} aria-hidden />
        {app.offline}
      </span>
      <PackTrustButton />
      <p role="status" className={styles['said']}>
        {sentence}
      </p>
      <button
        type="button"
        className={styles['text']}
        onClick={() => {
          dispatch({ kind: 'showDialog', dialog: 'settings' });
        }}
      >
        {app.textSize(settings.textSize, app.settingsSheet.fonts[settings.font])}
      </button>
    </footer>
  );
}
