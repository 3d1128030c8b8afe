import { pigments } from '../../shared/domain/annotation.ts';
import { citationFormats } from '../../shared/domain/handout.ts';
import type { Settings } from '../../shared/ipc/app.ts';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { LanguageSetting } from './LanguageSetting.tsx';
import styles from './SettingsDialog.module.css';
import { TextSettings } from './TextSettings.tsx';
import { useChangeSettings, useSettings } from './useSettings.ts';
import { useStrings } from './useStrings.ts';

const themes: readonly Settings['theme'][] = ['system', 'paper', 'night', 'contrast', 'eink'];

/** Every setting, live: what is changed is seen at once behind the sheet, and kept. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, notes } = useStrings();
  const settings = useSettings();
  const change = useChangeSettings();
  const text = app.settingsSheet;
  return (
    <Dialog title={app.settings} onClose={onClose}>
      <LanguageSetting />
      <Choice
        legend={text.theme}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: text.themes[value] }))}
        onChange={(theme) => {
          change({ theme });
        }}
      />
      <TextSettings />
      <Choice
        legend={notes.citationFormat}
        value={settings.citationFormat}
        options={citationFormats.map((value) => ({ value, label: notes.citationFormats[value] }))}
        onChange={(citationFormat) => {
          change({ citationFormat });
        }}
      />
      <Toggle
        label={text.paragraphNumbers}
        isOn={settings.paragraphNumbers}
        onChange={(paragraphNumbers) => {
          change({ paragraphNumbers });
        }}
      />
      <Toggle
        label={text.singleKeys}
        isOn={settings.singleKeys}
        onChange={(singleKeys) => {
          change({ singleKeys });
        }}
      />
      <Toggle
        label={text.fuzzyPinyin}
        isOn={settings.fuzzyPinyin}
        onChange={(fuzzyPinyin) => {
          change({ fuzzyPinyin });
        }}
      />
      <Field label={text.author} hint={text.authorHint}>
        {({ id, hintId }) => (
          <input
            id={id}
            type="text"
            className={styles['author']}
            maxLength={200}
            aria-describedby={hintId}
            value={settings.author}
            onChange={(event) => {
              change({ author: event.target.value });
            }}
          />
        )}
      </Field>
      <fieldset className={styles['pigments']}>
        <legend>{text.pigments}</legend>
        {pigments.map((pigment) => (
          <label key={pigment}>
            <span className={styles['swatch']} data-pigment={pigment} aria-hidden />
            <span className={styles['pigment']}>{text.pigmentNames[pigment]}</span>
            <input
              type="text"
              maxLength={40}
              value={settings.pigmentNames[pigment]}
              placeholder={text.pigmentNames[pigment]}
              onChange={(event) => {
                change({
                  pigmentNames: { ...settings.pigmentNames, [pigment]: event.target.value },
                });
              }}
            />
          </label>
        ))}
        <p>{text.pigmentHint}</p>
      </fieldset>
    </Dialog>
  );
}
