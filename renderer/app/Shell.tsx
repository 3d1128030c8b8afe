import { assertNever } from '../../shared/domain/result.ts';
import { SearchPane } from '../search/SearchPane.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { KeySheet } from './KeySheet.tsx';
import { ReadingRoom } from './ReadingRoom.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import styles from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useIncomingLink } from './useIncomingLink.ts';
import { useShellShortcuts } from './useShellShortcuts.ts';
import { useWorkspace } from './useWorkspace.ts';
import { WelcomeDialog } from './WelcomeDialog.tsx';

/** The window: title bar, the room one is in, status bar, and the sheets over them. */
export function Shell() {
  useShellShortcuts();
  useIncomingLink();
  return (
    <div className={styles['shell']}>
      <TitleBar />
      <RoomView />
      <StatusBar />
      <Sheet />
    </div>
  );
}

function RoomView() {
  const { workspace } = useWorkspace();
  if (workspace.isSearchOpen) return <SearchPane />;
  return <ReadingRoom />;
}

function Sheet() {
  const { workspace, dispatch } = useWorkspace();
  const close = (): void => {
    dispatch({ kind: 'closeDialog' });
  };
  switch (workspace.dialog) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'keys':
      return <KeySheet onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
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
      return assertNever(workspace.dialog);
  }
}
