// The file with which an admin decides what this program may do on a machine. Its JSON schema for editors and
// deployment tools is build/resources/policy.schema.json, made from this one.

import { z } from 'zod';
import { annotationFormatSchema } from '../ipc/exchanging.ts';
import { exportFormatSchema } from '../domain/handout.ts';

/** Every way out of the program: files of a handout, files of annotations, and paper. */
export const managedFormats = [
  ...exportFormatSchema.options,
  ...annotationFormatSchema.exclude(['md']).options,
  'print',
] as const;
export const managedFormatSchema = z.enum(managedFormats);
export type ManagedFormat = z.infer<typeof managedFormatSchema>;

/** The rule for everything that no other rule names. */
export const ANY_STATUS = '*';

/** `${home}` and `${user}` stand for the reader's own: one file serves every account of a machine. */
export const folderSchema = z
  .string()
  .max(1_000)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\|\$\{home\})/)
  .describe(
    'Absolute path. ${home} and ${user} stand for the home folder and the name of whoever runs the program.',
  );

export const policyFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1).describe('The form of this file.'),
    trust: z
      .enum(['keyFolder', 'shippedOnly'])
      .describe(
        'keyFolder: packs signed by a key in the trust folder may be installed, besides the one that came with the program. shippedOnly: no others.',
      ),
    allowUnsignedPacks: z
      .boolean()
      .describe('Whether packs without a signature may be installed. A mark stays in the window.'),
    packFolder: folderSchema.describe(
      'The only folder that packs are installed from. Absolute path, with ${home} and ${user}.',
    ),
    packUpdates: z
      .enum(['allowed', 'forbidden'])
      .describe('Whether readers may replace a pack by another edition of it.'),
    exportFormats: z
      .record(z.string().min(1).max(100), z.array(managedFormatSchema).readonly())
      .describe(
        'The formats that may leave the program, by status. A rule holds for every status that contains its name (内部资料); * holds for what no other rule names. What is put together from several documents leaves only in formats that each of them allows.',
      ),
    dataFolder: folderSchema,
    backupFolder: folderSchema.describe(
      'A second place for backups. Absolute path, with ${home} and ${user}.',
    ),
    language: z.enum(['zh', 'en']).describe('The language of the interface.'),
  })
  .partial({
    trust: true,
    allowUnsignedPacks: true,
    packFolder: true,
    packUpdates: true,
    exportFormats: true,
    dataFolder: true,
    backupFolder: true,
    language: true,
  })
  .readonly();
export type PolicyFile = z.infer<typeof policyFileSchema>;
