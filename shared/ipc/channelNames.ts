// The closed list of names the preload may call. It holds no schema, so that the sandboxed preload
// stays a few lines; the contract's type keeps it complete.

import type { ChannelName } from './contract.ts';

const names = {
  getAppState: true,
  saveSettings: true,
  listDocuments: true,
  getDocument: true,
  getSourceLines: true,
  listReadingPlaces: true,
  saveReadingPlace: true,
  listAnnotations: true,
  createAnnotation: true,
  changeAnnotation: true,
  moveAnnotation: true,
  deleteAnnotations: true,
  listBin: true,
  restoreAnnotations: true,
  listTags: true,
  createTag: true,
  renameTag: true,
  deleteTag: true,
  undo: true,
  redo: true,
  listHandouts: true,
  createHandout: true,
  saveHandout: true,
  deleteHandout: true,
  checkQuotes: true,
  previewHandout: true,
  exportHandout: true,
  searchPack: true,
} as const satisfies Record<ChannelName, true>;

export const channelNames: readonly string[] = Object.keys(names);
