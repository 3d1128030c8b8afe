import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Tabs.module.css';

type TabsProps<Name extends string> = {
  /** What the tabs are for, read aloud. */
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly label: ReactNode }[];
  readonly current: Name;
  readonly onChange: (name: Name) => void;
  /** The panel of the current tab. */
  readonly children: ReactNode;
};

/** Tabs after the WAI-ARIA pattern: one tab stop, arrows, Home and End; the panel follows at once. */
export function Tabs<Name extends string>({
  label,
  tabs,
  current,
  onChange,
  children,
}: TabsProps<Name>) {
  const id = useId();

  function step(event: KeyboardEvent<HTMLElement>): void {
    const index = tabs.findIndex((tab) => tab.name === current);
    const next = tabs[targetOf(event.key, index, tabs.length)];
    if (!next || next.name === current) return;
    event.preventDefault();
    onChange(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  }

  return (
    <div className={styles['tabs']}>
      <div role="tablist" aria-label={label} className={styles['list']}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            id={`${id}-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={tab.name === current}
            aria-controls={tab.name === current ? `${id}-panel` : undefined}
            tabIndex={tab.name === current ? 0 : -1}
            onClick={() => {
              onChange(tab.name);
            }}
            onKeyDown={step}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${current}`}
        className={styles['panel']}
      >
        {children}
      </div>
    </div>
  );
}

function targetOf(key: string, index: number, count: number): number {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
