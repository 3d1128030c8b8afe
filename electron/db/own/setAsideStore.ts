// A person's decision that a proposal is not the passage. It counts for the edition it was made in alone.

import { z } from 'zod';
import { anchorSchema } from '../../../shared/domain/annotation.ts';
import { annotationIdSchema } from '../../../shared/domain/ids.ts';
import { getPackVersion } from './edition.ts';
import type { EntityStore } from './entityStore.ts';
import { forgetResolution, storeResolutions } from './resolution.ts';

const setAsideSchema = z
  .strictObject({
    id: annotationIdSchema,
    anchor: anchorSchema,
    /** Of the edition in which the mark stands nowhere. */
    packVersion: z.int().positive(),
  })
  .readonly();
export type SetAside = z.infer<typeof setAsideSchema>;

/** Taken back, the passage is looked for anew, which finds the same proposal. */
export const setAsideStore: EntityStore = {
  put: (db, row) => {
    const { id, anchor, packVersion } = setAsideSchema.parse(row);
    if (packVersion !== getPackVersion(db)) return;
    storeResolutions(db, [{ id, anchor, resolution: { status: 'gone' } }]);
  },
  remove: (db, id) => {
    forgetResolution(db, annotationIdSchema.parse(id));
  },
};
