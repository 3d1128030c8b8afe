import { settingsSchema } from '../../shared/ipc/app.ts';
import { useChangeSettings, useLatestSettings } from './useSettings.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useStrings } from './useStrings.ts';
import { useDispatch } from './useWorkspace.ts';
import { useCall } from './useYandu.ts';

/** The keys that work in every room. */
export function useShellShortcuts(): void {
  const { app } = useStrings();
  const dispatch = useDispatch();
  const latest = useLatestSettings();
  const change = useChangeSettings();
  const call = useCall();
  const labels = app.shortcuts;

  function resize(step: 1 | -1): void {
    const size = settingsSchema.unwrap().shape.textSize.safeParse(latest().textSize + step);
    if (size.success) change({ textSize: size.data });
  }

  useShortcuts([
    {
      combo: '?',
      group: 'general',
      label: labels.keys,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'keys' });
      },
    },
    {
      combo: 'Ctrl+O',
      group: 'general',
      label: labels.packs,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'packs' });
      },
    },
    {
      combo: 'Ctrl+,',
      group: 'general',
      label: labels.settings,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'settings' });
      },
    },
    {
      combo: 'Ctrl+1',
      group: 'general',
      label: labels.foldLeft,
      run: () => {
        change({ leftFolded: !latest().leftFolded });
      },
    },
    {
      combo: 'F11',
      group: 'general',
      label: labels.fullScreen,
      run: () => {
        void call('toggleFullScreen', {});
      },
    },
    {
      combo: 'Ctrl+=',
      group: 'general',
      label: labels.larger,
      run: () => {
        resize(1);
      },
    },
    {
      combo: 'Ctrl+-',
      group: 'general',
      label: labels.smaller,
      run: () => {
        resize(-1);
      },
    },
    {
      combo: 'Alt+1',
      group: 'general',
      label: labels.readingRoom,
      run: () => {
        dispatch({ kind: 'enterRoom', room: 'reading' });
      },
    },
    {
      combo: 'Alt+2',
      group: 'general',
      label: labels.handoutRoom,
      run: () => {
        dispatch({ kind: 'enterRoom', room: 'handout' });
      },
    },
  ]);
}
