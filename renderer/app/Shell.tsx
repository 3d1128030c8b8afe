import { assertNever } from '../../shared/domain/result.ts';
import { HandoutRoom } from '../handout/HandoutRoom.tsx';
import { PacksDialog } from '../packs/PacksDialog.tsx';
import { SearchPane } from '../search/SearchPane.tsx';
import { LeaveNotes } from '../notes/writing/LeaveNotes.tsx';
import { UndoKeys } from '../notes/UndoKeys.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { KeySheet } from './KeySheet.tsx';
import { ReadingRoom } from './ReadingRoom.tsx';
import { DiskNotice } from './DiskNotice.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import { PolicyNotice } from './PolicyNotice.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import styles from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useIncomingLink } from './useIncomingLink.ts';
import { useKeepPanes } from './useKeepPanes.ts';
import { useShellShortcuts } from './useShellShortcuts.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import { WelcomeDialog } from './WelcomeDialog.tsx';
import { isReadingShown } from './workspace.ts';

/** The window: title bar, the room one is in, status bar, and the sheets over them. */
export function Shell() {
  useShellShortcuts();
  useIncomingLink();
  useKeepPanes();
  return (
    <div className={styles['shell']}>
      <TitleBar />
      <DiskNotice />
      <FaultNotice />
      <PolicyNotice />
      <RoomView />
      <StatusBar />
      <Sheet />
      <UndoKeys />
      <LeaveNotes />
    </div>
  );
}

/** The room stays as it is under the search results, so that Esc is back in it at once. */
function RoomView() {
  const room = useWorkspaceValue((workspace) => workspace.room);
  const isSearchOpen = useWorkspaceValue((workspace) => workspace.isSearchOpen);
  const isReading = useWorkspaceValue(isReadingShown);
  return (
    <div className={styles['rooms']}>
      <div className={styles['room']} inert={!isReading} data-shown={isReading}>
        <ReadingRoom isShown={isReading} />
      </div>
      {room === 'handout' && (
        <div className={styles['room']} inert={isSearchOpen} data-shown={!isSearchOpen}>
          <HandoutRoom />
        </div>
      )}
      {isSearchOpen && (
        <div className={styles['room']} data-shown>
          <SearchPane />
        </div>
      )}
    </div>
  );
}

function Sheet() {
  const dispatch = useDispatch();
  const dialog = useWorkspaceValue((workspace) => workspace.dialog);
  const close = (): void => {
    dispatch({ kind: 'closeDialog' });
  };
  switch (dialog) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'keys':
      return <KeySheet onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'packs':
      return <PacksDialog onClose={close} />;
    case 'welcome':
      return <WelcomeDialog onClose={close} />;
    // These belong to the rooms, which draw them.
    case 'goTo':
    case 'source':
    case 'print':
    case 'bin':
    case null:
      return null;
    default:
      return assertNever(dialog);
  }
}
