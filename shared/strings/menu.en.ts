import type { menuZh } from './menu.zh.ts';
import type { Texts } from './texts.ts';

export const menuEn = {
  hide: 'Hide Yandu',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit Yandu',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  window: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  close: 'Close',
} satisfies Texts<typeof menuZh>;
