// The application itself: what is open, the reader's settings, and the state the window opens with.

import { z } from 'zod';
import { documentIdSchema } from '../domain/ids.ts';
import { citationFormatSchema } from '../domain/handout.ts';
import { packInfoSchema } from '../domain/pack.ts';
import { placeSchema } from '../domain/place.ts';
import { packTrustSchema } from '../packs/packTrust.ts';
import { policySchema } from '../policy/policy.ts';

export const settingsSchema = z
  .strictObject({
    language: z.enum(['zh', 'en']),
    theme: z.enum(['system', 'paper', 'night', 'contrast', 'eink']),
    font: z.enum(['song', 'hei', 'kai', 'system']),
    /** CSS pixels, 14 to 32. */
    textSize: z.int().min(14).max(32),
    /** Full-width characters a line. */
    measure: z.int().min(24).max(48),
    lineHeight: z.number().min(1.4).max(2.6),
    /** The reader's own meanings of the four pigments. */
    pigmentNames: z.strictObject({
      gamboge: z.string().max(40),
      cinnabar: z.string().max(40),
      malachite: z.string().max(40),
      indigo: z.string().max(40),
    }),
    /** Put on new annotations; empty puts nothing. */
    author: z.string().max(200),
    /** How copied passages are cited. */
    citationFormat: citationFormatSchema,
    paragraphNumbers: z.boolean(),
    singleKeys: z.boolean(),
    /** Pinyin may be typed as it sounds: z for zh, in for ing. */
    fuzzyPinyin: z.boolean(),
    leftFolded: z.boolean(),
    rightFolded: z.boolean(),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;

export const appStateSchema = z
  .strictObject({
    pack: packInfoSchema,
    trust: packTrustSchema,
    policy: policySchema,
    settings: settingsSchema,
    isFirstStart: z.boolean(),
    versions: z.strictObject({
      app: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      sqlite: z.string(),
      electronShipped: z.string(),
      electronTested: z.string(),
    }),
    dataFolder: z.string(),
  })
  .readonly();
export type AppState = z.infer<typeof appStateSchema>;

export const appChannels = {
  getAppState: { input: z.strictObject({}), output: appStateSchema },
  saveSettings: { input: settingsSchema, output: settingsSchema },
  /** Everything typed is stored: the window that asked may close. */
  finishClosing: { input: z.strictObject({}), output: z.null() },
  /** The place of a yandu:// address the program was started with or handed; each is given once. */
  takeLink: { input: z.strictObject({}), output: placeSchema.nullable() },
  /** Everything on the page was read before and is another now: it starts afresh. */
  reloadPage: { input: z.strictObject({}), output: z.null() },
  toggleFullScreen: { input: z.strictObject({}), output: z.null() },
  /** The system's print dialog for what the page shows in print: a part of this document. */
  printPage: { input: z.strictObject({ documentId: documentIdSchema }), output: z.null() },
} as const;
