import { useCallback } from 'react';
import type { Pigment } from '../../../shared/domain/annotation.ts';
import { useSettings } from '../../app/useSettings.ts';
import { useStrings } from '../../app/useStrings.ts';

/** What a pigment is called: the reader's own meaning with the colour's name, or the colour alone. */
export function usePigmentName(): (pigment: Pigment) => string {
  const { notes } = useStrings();
  const { pigmentNames } = useSettings();
  return useCallback(
    (pigment) => notes.pigmentNamed(notes.pigments[pigment], pigmentNames[pigment].trim()),
    [notes, pigmentNames],
  );
}
