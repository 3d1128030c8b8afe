import { useMemo } from 'react';
import type { Surface } from '../../text/useSurface.ts';
import { useMakingMarks, type MakingMarks } from './useMakingMarks.ts';
import { useQuoting, type Quoting } from './useQuoting.ts';
import { useSubject } from './useSubject.ts';

export type Marking = MakingMarks & Quoting;

/** What the bar and the keys do to the text of one pane. */
export function useMarking(surface: Surface): Marking {
  const subject = useSubject(surface);
  const making = useMakingMarks(surface, subject);
  const quoting = useQuoting(surface, subject);
  return useMemo(() => ({ ...making, ...quoting }), [making, quoting]);
}
