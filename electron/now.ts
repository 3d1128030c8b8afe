import { isoTimeSchema, type IsoTime } from '../shared/domain/ids.ts';

/** The machine’s clock. */
export function now(): IsoTime {
  return isoTimeSchema.parse(new Date().toISOString());
}
