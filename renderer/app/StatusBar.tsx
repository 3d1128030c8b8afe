import type { AppState } from '../../shared/ipc/app.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { useAnnouncement } from './AnnounceProvider.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import styles from './StatusBar.module.css';
import { useAppState } from './useAppState.ts';
import { useStrings } from './useStrings.ts';
import { useWorkspace } from './useWorkspace.ts';

/** Place, state of the pack, and what has just happened: one quiet line. */
export function StatusBar() {
  const { app } = useStrings();
  const { pack, trust, settings } = useAppState();
  const { workspace, dispatch } = useWorkspace();
  const { sentence } = useAnnouncement();
  return (
    <footer className={styles['bar']} aria-label={app.status}>
      {workspace.room === 'reading' && !workspace.isSearchOpen && <ReadingStatus />}
      <span className={styles['offline']}>
        <span className={styles['dot']} aria-hidden />
        {app.offline}
      </span>
      <span className={styles['trust']} data-trust={trust.kind}>
        {trustSentence(trust, pack.versionLabel, app)}
      </span>
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

function trustSentence(trust: AppState['trust'], label: string, app: Strings['app']): string {
  switch (trust.kind) {
    case 'shipped':
      return app.shipped(label);
    case 'signed':
      return app.signed(label, trust.keyName);
    case 'unsigned':
      return app.unsigned(label);
    default:
      return assertNever(trust);
  }
}
