import { useId } from 'react';
import {
  citationFormats,
  citationStyles,
  handoutPresets,
  handoutTemplates,
  LONGEST_LINE,
} from '../../shared/domain/handout.ts';
import { changeTemplate } from '../../shared/handout/changeTemplate.ts';
import { useStrings } from '../app/useStrings.ts';
import { Select } from '../ui/Select.tsx';
import { useComposedField } from '../ui/useComposedField.ts';
import styles from './HandoutHead.module.css';
import type { HandoutDraft } from './useHandoutDraft.ts';

const lines = ['title', 'meeting', 'date', 'place', 'host', 'statusLine'] as const;

/** Title, meeting, and how the pages are set. */
export function HandoutHead({ draft }: { readonly draft: HandoutDraft }) {
  const { handout: words } = useStrings();
  const { handout, change } = draft;
  return (
    <form className={styles['head']} aria-label={words.head}>
      {lines.map((name) => (
        <HeadLine
          key={name}
          label={words[name]}
          value={handout[name]}
          isWide={name === 'title' || name === 'meeting'}
          onChange={(value) => {
            change({ [name]: value });
          }}
        />
      ))}
      <Choose
        label={words.template}
        value={handout.template}
        options={handoutTemplates.map((value) => ({ value, label: words.templates[value] }))}
        onChange={(template) => {
          change(changeTemplate(handout, template, () => crypto.randomUUID()));
        }}
      />
      <Choose
        label={words.preset}
        value={handout.preset}
        options={handoutPresets.map((value) => ({ value, label: words.presets[value] }))}
        onChange={(preset) => {
          change({ preset });
        }}
      />
      <Choose
        label={words.citationStyle}
        value={handout.citationStyle}
        options={citationStyles.map((value) => ({ value, label: words.citationStyles[value] }))}
        onChange={(citationStyle) => {
          change({ citationStyle });
        }}
      />
      <Choose
        label={words.citationFormat}
        value={handout.citationFormat}
        options={citationFormats.map((value) => ({ value, label: words.citationFormats[value] }))}
        onChange={(citationFormat) => {
          change({ citationFormat });
        }}
      />
    </form>
  );
}

type HeadLineProps = {
  readonly label: string;
  readonly value: string;
  readonly isWide: boolean;
  readonly onChange: (value: string) => void;
};

function HeadLine({ label, value, isWide, onChange }: HeadLineProps) {
  const id = useId();
  const field = useComposedField(value, onChange);
  return (
    <div className={isWide ? styles['wide'] : styles['line']}>
      <label htmlFor={id}>{label}</label>
      <input id={id} maxLength={LONGEST_LINE} {...field} />
    </div>
  );
}

type ChooseProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

function Choose<Value extends string>({ label, ...rest }: ChooseProps<Value>) {
  const id = useId();
  return (
    <div className={styles['line']}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} {...rest} />
    </div>
  );
}
