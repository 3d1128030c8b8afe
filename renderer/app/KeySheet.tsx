import { Dialog } from '../ui/Dialog.tsx';
import styles from './KeySheet.module.css';
import type { Shortcut, ShortcutGroup } from './shortcut.ts';
import { useShortcutList } from './ShortcutsProvider.tsx';
import { useStrings } from './useStrings.ts';

const groups: readonly ShortcutGroup[] = ['reading', 'marking', 'searching', 'handout', 'general'];

/** Everything that can be pressed in this room, by group. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { app } = useStrings();
  const list = useShortcutList()();
  return (
    <Dialog title={app.keySheet.title} size="wide" onClose={onClose}>
      <div className={styles['groups']}>
        {groups.map((group) => {
          const rows = byLabel(list.filter((shortcut) => shortcut.group === group));
          if (rows.length === 0) return null;
          return (
            <section key={group}>
              <h3>{app.keySheet.groups[group]}</h3>
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
        })}
      </div>
      <p className={styles['hint']}>{app.keySheet.hint}</p>
    </Dialog>
  );
}

/** One row for what several combinations do. */
function byLabel(
  shortcuts: readonly Shortcut[],
): readonly (readonly [string, readonly string[]])[] {
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
