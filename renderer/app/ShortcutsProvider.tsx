import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import { comboOf, isSingleKey, type Shortcut } from './shortcut.ts';
import { useSettings } from './useSettings.ts';
import { ShortcutsContext, type RegisterShortcuts } from './useShortcuts.ts';

/** Everything that can be pressed now, for the key sheet. */
const [ShortcutListContext, useShortcutList] =
  createRequiredContext<() => readonly Shortcut[]>('shortcut list');

export { useShortcutList };

/** One key listener for the window. Later registrations win, so that an open pane outranks the shell. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const { singleKeys } = useSettings();
  const readers = useRef<(() => readonly Shortcut[])[]>([]);
  const register = useCallback<RegisterShortcuts>((read) => {
    readers.current = [...readers.current, read];
    return () => {
      readers.current = readers.current.filter((other) => other !== read);
    };
  }, []);
  const list = useCallback(() => readers.current.flatMap((read) => read()), []);

  // Keys are a matter of the whole window.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const combo = comboOf(event);
      if (isSingleKey(combo) && !singleKeys) return;
      if (!/^(Ctrl\+|(Shift\+)?F\d)/.test(combo) && isOwnKey(event.target, combo)) return;
      const shortcut = list().findLast((one) => one.combo === combo);
      const dialog = modalDialog();
      if (!shortcut || (dialog && !shortcut.leavesDialogs)) return;
      event.preventDefault();
      // At once: nothing outside can take the focus while the sheet is there.
      if (dialog) flushSync(() => dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
      shortcut.run();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [list, singleKeys]);

  return (
    <ShortcutsContext value={register}>
      <ShortcutListContext value={list}>{children}</ShortcutListContext>
    </ShortcutsContext>
  );
}

/** Whether what has the focus does something with the key itself: a field with nearly every one. */
function isOwnKey(target: EventTarget | null, combo: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|range|button)$/.test(target.type);
  // A list of choices is opened and searched by keys, but has no use for Alt and a digit.
  if (target instanceof HTMLSelectElement) return !/^Alt\+\d$/.test(combo);
  return target instanceof HTMLTextAreaElement;
}

/** A modal sheet has the window to itself. */
function modalDialog(): Element | null {
  return document.querySelector('dialog:modal');
}
