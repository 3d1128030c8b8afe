import type { MenuItemConstructorOptions } from 'electron';
import { menuEn } from '../shared/strings/menu.en.ts';
import { menuZh } from '../shared/strings/menu.zh.ts';

/**
 * The menu bar of macOS, which its keys come from: without it ⌘C, ⌘V and ⌘Q do nothing. The page is asked first, so
 * that its own ⌘Z goes before the one here. Null on other systems, whose windows have no menu.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  locale: string,
): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  const words = locale.startsWith('zh') ? menuZh : menuEn;
  return [
    {
      // The system writes the program's own name there.
      label: 'Yandu',
      submenu: [
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.showAll },
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'zoom', label: words.zoom },
        { role: 'close', label: words.close },
      ],
    },
  ];
}
