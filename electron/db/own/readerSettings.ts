// The reader's settings: what the window looks like, and under which name annotations are made.

import { settingsSchema, type Settings } from '../../../shared/ipc/app.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { findSetting, putSetting } from '../briefing/setting.ts';

const SETTINGS_KEY = 'settings';

/** How the window looks before the reader has changed anything. Chinese, whatever the system. */
const defaultSettings: Settings = {
  language: 'zh',
  theme: 'system',
  font: 'song',
  textSize: 18,
  measure: 36,
  lineHeight: 1.95,
  pigmentNames: { gamboge: '', cinnabar: '', malachite: '', indigo: '' },
  author: '',
  citationFormat: 'full',
  paragraphNumbers: false,
  singleKeys: true,
  fuzzyPinyin: false,
  leftFolded: false,
  rightFolded: false,
};

/** False until the reader has changed anything or closed the greeting. */
export function hasStoredSettings(db: BriefingDb): boolean {
  return findSetting(db, SETTINGS_KEY) !== null;
}

export function storeSettings(db: BriefingDb, settings: Settings): void {
  putSetting(db, SETTINGS_KEY, settings);
}

/** Stored settings over the defaults: a setting added later starts at its default and loses no other. */
export function ownSettings(db: BriefingDb): Settings {
  const stored = findSetting(db, SETTINGS_KEY);
  const merged = settingsSchema.safeParse({
    ...defaultSettings,
    ...(typeof stored === 'object' ? stored : null),
  });
  return merged.success ? merged.data : defaultSettings;
}
