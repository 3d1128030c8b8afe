import { useMemo } from 'react';
import { useAnswer } from '../app/useYandu.ts';
import { placeAnnotations, type StandingAnnotation } from './placeAnnotations.ts';

const none: readonly never[] = [];

/** Every annotation with where it stands in the open edition; empty until both answers are there. */
export function useStandingAnnotations(): readonly StandingAnnotation[] {
  const { data: annotations } = useAnswer('listAnnotations', {});
  const { data: resolutions } = useAnswer('listResolutions', {});
  return useMemo(() => {
    if (!annotations || !resolutions) return none;
    return placeAnnotations(
      annotations,
      new Map(resolutions.map(({ id, resolution }) => [id, resolution])),
    );
  }, [annotations, resolutions]);
}
