// What the installation of a pack ends with, as the window tells it.

import { z } from 'zod';
import { packInfoSchema } from '../domain/pack.ts';
import { refusedSchema } from './packReport.ts';
import { packTrustSchema } from './packTrust.ts';

const { title, versionLabel } = packInfoSchema.unwrap().shape;
const titles = z.array(z.string()).readonly();

/**
 * Annotations after an update. `placed` stand where they belong, `review` have a proposal that a person
 * decides on, `unplaced` have none; together they are all there were.
 */
export const annotationCountsSchema = z
  .strictObject({
    placed: z.int().nonnegative(),
    review: z.int().nonnegative(),
    unplaced: z.int().nonnegative(),
  })
  .readonly();
export type AnnotationCounts = z.infer<typeof annotationCountsSchema>;

/** Titles of documents, each list in the order of the new edition (`removed`: of the old one). */
export const editionChangesSchema = z
  .strictObject({ added: titles, removed: titles, changed: titles, same: z.int().nonnegative() })
  .readonly();
export type EditionChanges = z.infer<typeof editionChangesSchema>;

const about = {
  title,
  versionLabel,
  trust: packTrustSchema,
  /** Characters that turn the direction of text around stand in it; they can make a line misread. */
  hasDirectionOverrides: z.boolean(),
};

export const installReportSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('installed'), ...about }).readonly(),
  z
    .strictObject({
      status: z.literal('updated'),
      ...about,
      fromLabel: versionLabel,
      annotations: annotationCountsSchema,
      documents: editionChangesSchema,
    })
    .readonly(),
  /** Exactly this pack is installed already, and is now open. */
  z.strictObject({ status: z.literal('known'), title, versionLabel }).readonly(),
  refusedSchema.unwrap(),
]);
export type InstallReport = z.infer<typeof installReportSchema>;
