// The interface in Simplified Chinese. One file a feature; this is where they meet.

import { appZh } from './app.zh.ts';
import { errorsZh } from './errors.zh.ts';
import { handoutZh } from './handout.zh.ts';
import { notesZh } from './notes.zh.ts';
import { packCheckZh } from './packCheck.zh.ts';
import { packsZh } from './packs.zh.ts';
import { policyZh } from './policy.zh.ts';
import { readingZh } from './reading.zh.ts';
import { rescueZh } from './rescue.zh.ts';
import { searchZh } from './search.zh.ts';
import type { Texts } from './texts.ts';

export const zh = {
  app: appZh,
  reading: readingZh,
  search: searchZh,
  errors: errorsZh,
  packCheck: packCheckZh,
  notes: notesZh,
  handout: handoutZh,
  packs: packsZh,
  policy: policyZh,
  rescue: rescueZh,
};

export type Strings = Texts<typeof zh>;
