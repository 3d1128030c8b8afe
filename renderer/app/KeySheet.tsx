import { Dialog } from '../ui/Dialog.tsx';
import styles from './KeySheet.module.css';
import type { Shortcut, ShortcutGroup } from './shortcut.ts';
import { useShortcutList } from './ShortcutsProvider.tsx';
import { useStrings } from './useStrings.ts';

const groups: readonly ShortcutGroup[] = ['reading', 'marking', 'searching', 'handout', 'general'];

/** Keys of the rows of a list, where one of them has the focus. */
const listKeys = [
  ['move', ['ArrowUp', 'ArrowDown', 'Home', 'End']],
  ['open', ['Enter']],
  ['toggle', ['Space']],
  ['stretch', ['Shift+ArrowUp', 'Shift+ArrowDown']],
  ['all', ['Ctrl+A']],
  ['none', ['Escape']],
  ['remove', ['Delete']],
] as const;

/** Keys of the results, and of the search box before them. */
const resultKeys = [
  ['move', ['ArrowUp', 'ArrowDown']],
  ['open', ['Enter']],
  ['beside', ['Ctrl+Enter']],
  ['leave', ['Escape']],
] as const;

type Row = readonly [label: string, combos: readonly string[]];

/** Everything that can be pressed in this room, by group. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { app, notes, reading, search } = useStrings();
  const list = useShortcutList()();
  const { groups: titles } = app.keySheet;
  /** What the text itself does with a key, besides the shortcuts of its room. */
  const textKeys: Partial<Record<ShortcutGroup, readonly Row[]>> = {
    reading: [[reading.shortcuts.ends, ['Home', 'End']]],
    marking: [[notes.shortcuts.openMark, ['Enter']]],
  };
  const rowsOf = (group: ShortcutGroup): readonly Row[] => {
    const rows = byLabel(list.filter((shortcut) => shortcut.group === group));
    return rows.length === 0 ? rows : [...rows, ...(textKeys[group] ?? [])];
  };
  return (
    <Dialog title={app.keySheet.title} size="wide" onClose={onClose}>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <KeyGroup key={group} title={titles[group]} rows={rowsOf(group)} />
        ))}
        <KeyGroup
          title={search.results}
          rows={resultKeys.map(([name, combos]) => [search.resultKeys[name], combos] as const)}
        />
        <KeyGroup
          title={notes.list}
          rows={listKeys.map(([name, combos]) => [notes.listKeys[name], combos] as const)}
        />
      </div>
      <p className={styles['hint']}>{app.keySheet.hint}</p>
    </Dialog>
  );
}

type KeyGroupProps = {
  readonly title: string;
  /** What is done, and the combinations that do it. */
  readonly rows: readonly Row[];
};

function KeyGroup({ title, rows }: KeyGroupProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([label, combos]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {combos.map((combo) => (
                <kbd key={combo}>{readable(combo)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One row for what several combinations do. */
function byLabel(shortcuts: readonly Shortcut[]): readonly Row[] {
  const rows = new Map<string, readonly string[]>();
  for (const { label, combo } of shortcuts) {
    const combos = rows.get(label) ?? [];
    if (!combos.includes(combo)) rows.set(label, [...combos, combo]);
  }
  return [...rows];
}

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

function readable(combo: string): string {
  return combo
    .split('+')
    .map((part) => arrows[part] ?? part)
    .join(' ');
}
