// The interface in English. One file a feature; this is where they meet.

import { appEn } from './app.en.ts';
import { errorsEn } from './errors.en.ts';
import { handoutEn } from './handout.en.ts';
import { notesEn } from './notes.en.ts';
import { packCheckEn } from './packCheck.en.ts';
import { packsEn } from './packs.en.ts';
import { policyEn } from './policy.en.ts';
import { readingEn } from './reading.en.ts';
import { rescueEn } from './rescue.en.ts';
import { searchEn } from './search.en.ts';
import type { Strings } from './zh.ts';

export const en = {
  app: appEn,
  reading: readingEn,
  search: searchEn,
  errors: errorsEn,
  packCheck: packCheckEn,
  notes: notesEn,
  handout: handoutEn,
  packs: packsEn,
  policy: policyEn,
  rescue: rescueEn,
} satisfies Strings;
