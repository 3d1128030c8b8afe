import type { Settings } from '../../shared/ipc/app.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import styles from './SettingsDialog.module.css';
import { useChangeSettings, useSettings } from './useSettings.ts';
import { useStrings } from './useStrings.ts';

const fonts: readonly Settings['font'][] = ['song', 'hei', 'kai', 'system'];

/** Font, size, width and spacing of the text. */
export function TextSettings() {
  const { app } = useStrings();
  const settings = useSettings();
  const change = useChangeSettings();
  const text = app.settingsSheet;
  return (
    <>
      <Choice
        legend={text.font}
        value={settings.font}
        options={fonts.map((value) => ({ value, label: text.fonts[value] }))}
        onChange={(font) => {
          change({ font });
        }}
      />
      <Slider
        label={text.textSize}
        value={settings.textSize}
        range={[14, 32, 1]}
        said={text.textSizeValue}
        onChange={(textSize) => {
          change({ textSize });
        }}
      />
      <Slider
        label={text.measure}
        value={settings.measure}
        range={[24, 48, 1]}
        said={text.measureValue}
        onChange={(measure) => {
          change({ measure });
        }}
      />
      <Slider
        label={text.lineHeight}
        value={settings.lineHeight}
        range={[1.4, 2.6, 0.05]}
        said={text.lineHeightValue}
        onChange={(lineHeight) => {
          change({ lineHeight });
        }}
      />
    </>
  );
}

type SliderProps = {
  readonly label: string;
  readonly value: number;
  /** Least, most, step. */
  readonly range: readonly [number, number, number];
  readonly said: (value: number) => string;
  readonly onChange: (value: number) => void;
};

function Slider({ label, value, range: [min, max, step], said, onChange }: SliderProps) {
  return (
    <Field label={label}>
      {({ id }) => (
        <>
          <input
            id={id}
            type="range"
            className={styles['slider']}
            min={min}
            max={max}
            step={step}
            value={value}
            aria-valuetext={said(value)}
            onChange={(event) => {
              onChange(event.target.valueAsNumber);
            }}
          />
          <output htmlFor={id}>{said(value)}</output>
        </>
      )}
    </Field>
  );
}
