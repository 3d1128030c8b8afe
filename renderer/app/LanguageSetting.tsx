import type { Settings } from '../../shared/ipc/app.ts';
import { Choice } from '../ui/Choice.tsx';
import { ManagedMark } from './ManagedMark.tsx';
import { useAppState } from './useAppState.ts';
import { useChangeSettings, useSettings } from './useSettings.ts';
import { useStrings } from './useStrings.ts';

const languages: readonly Settings['language'][] = ['zh', 'en'];

/** The language of the interface: the reader's choice, unless the admin made it. */
export function LanguageSetting() {
  const { app } = useStrings();
  const settings = useSettings();
  const change = useChangeSettings();
  const isManaged = useAppState().policy.managed.includes('language');
  const text = app.settingsSheet;
  return (
    <Choice
      legend={text.language}
      value={settings.language}
      options={languages.map((value) => ({ value, label: text.languages[value] }))}
      isDisabled={isManaged}
      hint={isManaged ? <ManagedMark /> : null}
      onChange={(language) => {
        change({ language });
      }}
    />
  );
}
