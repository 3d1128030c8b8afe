import { useEffect, useRef } from 'react';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import type { Shortcut } from './shortcut.ts';

/** Adds shortcuts to the window's list and gives the function that takes them off again. */
export type RegisterShortcuts = (read: () => readonly Shortcut[]) => () => void;

const [ShortcutsContext, useRegisterShortcuts] =
  createRequiredContext<RegisterShortcuts>('shortcuts');

export { ShortcutsContext };

/** Makes these key combinations work, and shows them in the key sheet, while the component is mounted. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const register = useRegisterShortcuts();
  const latest = useRef(shortcuts);
  // The list is read at the key press, so that a render does not register anew.
  useEffect(() => {
    latest.current = shortcuts;
  });
  // Registration lasts as long as the component.
  useEffect(() => register(() => latest.current), [register]);
}
