// The interface in English. One file a feature; this is where they meet.

import { appEn } from './app.en.ts';
import { errorsEn } from './errors.en.ts';
import { readingEn } from './reading.en.ts';
import type { Strings } from './zh.ts';

export const en = {
  app: appEn,
  reading: readingEn,
  errors: errorsEn,
} satisfies Strings;
