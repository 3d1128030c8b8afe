// Every migration of the reader's tables, in ascending order.

import type { Migration } from '../briefing/migration.ts';
import { settingsAndPlaces } from './001-settings-and-places.ts';
import { annotations } from './002-annotations.ts';
import { handouts } from './003-handouts.ts';
import { noteLinks } from './004-note-links.ts';
import { resolutions } from './005-resolutions.ts';
import { readRanges } from './006-read-ranges.ts';
import { noFurthest } from './007-no-furthest.ts';

export const migrations: readonly Migration[] = [
  settingsAndPlaces,
  annotations,
  handouts,
  noteLinks,
  resolutions,
  readRanges,
  noFurthest,
];
