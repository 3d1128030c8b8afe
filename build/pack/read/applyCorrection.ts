import { assertNever } from '../../../shared/domain/result.ts';
import type { SourceLine } from '../draft.ts';
import { joinLines } from './joinLines.ts';
import type { Correction } from './manifest.ts';
import { type Corrected, reorderLines } from './reorderLines.ts';

/** The lines as an editor's correction says they are read; every line stays. */
export function applyCorrection(lines: readonly SourceLine[], correction: Correction): Corrected {
  switch (correction.do) {
    case 'reorder':
      return reorderLines(lines, correction);
    case 'join':
      return joinLines(lines, ...correction.lines);
    default:
      return assertNever(correction);
  }
}
