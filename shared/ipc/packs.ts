// Installing packs and choosing between briefings. Paths stay in main: the window knows names alone.

import { z } from 'zod';
import { packInfoSchema } from '../domain/pack.ts';
import { installReportSchema } from '../packs/installReport.ts';
import { checkProgressSchema } from '../packs/packReport.ts';
import { packTrustSchema } from '../packs/packTrust.ts';

const { packId, title, version, versionLabel, status, digest } = packInfoSchema.unwrap().shape;

const installedPackSchema = z
  .strictObject({
    packId,
    title,
    version,
    versionLabel,
    status,
    digest,
    trust: packTrustSchema,
    sha256: digest.nullable(),
    installedAt: z.string().nullable(),
    /** Marks and notes that are not in the bin. */
    annotationCount: z.int().nonnegative(),
    isOpen: z.boolean(),
    /** The briefing's file in the data folder. */
    file: z.string(),
  })
  .readonly();
export type InstalledPack = z.infer<typeof installedPackSchema>;

const fileName = z.strictObject({ file: z.string() }).readonly();

export const packsChannels = {
  listPacks: {
    input: z.strictObject({}),
    output: z
      .strictObject({
        packs: z.array(installedPackSchema).readonly(),
        trustFolder: z.string(),
        /** Files there, or the folder itself, that were not believed. */
        ignoredKeys: z.array(z.string()).readonly(),
      })
      .readonly(),
  },
  /** Asks for a pack file with the system's dialog; null when the reader changed their mind. */
  choosePack: { input: z.strictObject({}), output: fileName.nullable() },
  /** The pack file the program was started with or handed; each is given once. */
  takeOfferedPack: { input: z.strictObject({}), output: fileName.nullable() },
  /**
   * Installs the pack that was chosen or offered last. After success the window is loaded anew on it,
   * and the report waits for `takeInstallReport`.
   */
  installPack: { input: z.strictObject({}), output: installReportSchema },
  cancelInstall: { input: z.strictObject({}), output: z.null() },
  getInstallProgress: { input: z.strictObject({}), output: checkProgressSchema.nullable() },
  /** What the last installation came to, also one at the start of a newer program; given once. */
  takeInstallReport: { input: z.strictObject({}), output: installReportSchema.nullable() },
  /** Opens another briefing: the window is loaded anew on it. */
  openPack: { input: z.strictObject({ packId }), output: z.null() },
} as const;
