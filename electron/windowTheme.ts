// What of the window is the system's to draw follows the reader's theme: frame, dialogs, and the ground under the page.

import { nativeTheme, type BrowserWindow } from 'electron';
import type { Settings } from '../shared/ipc/app.ts';

type Theme = Settings['theme'];

/** As in tokens.css. */
const grounds = { day: '#faf7f0', night: '#1f1c18', white: '#ffffff' } as const;

/** Colours the frames and dialogs of the whole program; returns the ground of a window until its page paints. */
export function applyTheme(theme: Theme): string {
  nativeTheme.themeSource = sourceOf(theme);
  if (theme === 'contrast' || theme === 'eink') return grounds.white;
  return nativeTheme.shouldUseDarkColors ? grounds.night : grounds.day;
}

/** The same for a window that is open already. */
export function dressWindow(window: BrowserWindow, theme: Theme): void {
  window.setBackgroundColor(applyTheme(theme));
}

function sourceOf(theme: Theme): typeof nativeTheme.themeSource {
  if (theme === 'system') return 'system';
  return theme === 'night' ? 'dark' : 'light';
}
