// Key combinations as people write them: 'J', '/', 'Ctrl+K', 'Ctrl+Shift+Z', 'Alt+ArrowLeft'.

export type ShortcutGroup = 'reading' | 'marking' | 'searching' | 'handout' | 'general';

export type Shortcut = {
  readonly combo: string;
  readonly group: ShortcutGroup;
  /** What it does, in the reader's language; listed in the key sheet. */
  readonly label: string;
  /** Works in a modal sheet as well, and leaves it as Esc does. */
  readonly leavesDialogs?: true;
  readonly run: () => void;
};

type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** The combination of a key press. Shift counts only where it does not already make another sign (`?`). */
export function comboOf(press: Press): string {
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
  const parts = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : null,
    press.altKey ? 'Alt' : null,
    press.shiftKey && !isSign ? 'Shift' : null,
    key,
  ];
  return parts.filter((part) => part !== null).join('+');
}

/** True for a printable key without Ctrl or Alt: these can be switched off, and never fire in a field. */
export function isSingleKey(combo: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(combo) && (combo.split('+').at(-1) ?? '').length === 1;
}
