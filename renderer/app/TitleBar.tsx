import { Keyboard, Package, Settings2 } from 'lucide-react';
import { SearchBox } from '../search/SearchBox.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './TitleBar.module.css';
import { useStrings } from './useStrings.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import type { Room } from './workspace.ts';

/** The program's name, the search box in the middle, the rooms on the right. */
export function TitleBar() {
  const { app } = useStrings();
  const dispatch = useDispatch();
  const current = useWorkspaceValue((workspace) => workspace.room);
  const rooms: readonly { readonly room: Room; readonly label: string }[] = [
    { room: 'reading', label: app.reading },
    { room: 'handout', label: app.handout },
  ];
  return (
    <header className={styles['bar']}>
      <button
        type="button"
        className={styles['name']}
        title={app.about}
        onClick={() => {
          dispatch({ kind: 'showDialog', dialog: 'about' });
        }}
      >
        <span className={styles['seal']} aria-hidden>
          {app.seal}
        </span>
        <span>{app.name}</span>
      </button>
      <SearchBox />
      <div className={styles['right']}>
        <nav aria-label={app.rooms} className={styles['rooms']}>
          {rooms.map(({ room, label }) => (
            <Button
              key={room}
              kind="quiet"
              aria-current={room === current ? 'page' : undefined}
              className={styles['room']}
              onClick={() => {
                dispatch({ kind: 'enterRoom', room });
              }}
            >
              {label}
            </Button>
          ))}
        </nav>
        <div className={styles['tools']}>
          <IconButton
            icon={Package}
            label={app.packs}
            className={styles['packs']}
            onClick={() => {
              dispatch({ kind: 'showDialog', dialog: 'packs' });
            }}
          />
          <IconButton
            icon={Keyboard}
            label={app.keys}
            onClick={() => {
              dispatch({ kind: 'showDialog', dialog: 'keys' });
            }}
          />
          <IconButton
            icon={Settings2}
            label={app.settings}
            onClick={() => {
              dispatch({ kind: 'showDialog', dialog: 'settings' });
            }}
          />
        </div>
      </div>
    </header>
  );
}
