import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useCall, useInvalidate } from '../../app/useYandu.ts';

/** A note on no passage that was begun and closed with nothing in it is gone, as if it had never been. */
export function LeaveNotes() {
  const { openAnnotation } = useOpenAnnotation();
  const client = useQueryClient();
  const call = useCall();
  const invalidate = useInvalidate();
  const leave = async (id: AnnotationId): Promise<void> => {
    const all = client.getQueryData<readonly Annotation[]>(['listAnnotations', {}]);
    const left = all?.find((one) => one.id === id);
    if (left?.target.kind === 'passage' || (left?.note ?? '') !== '') return;
    const answer = await call('leaveNote', { id });
    if (answer.ok && answer.value.isDropped) invalidate('listAnnotations', 'listBin');
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  // Main is told when another annotation is opened, or none: at no other change, since the field goes on.
  useEffect(() => {
    if (openAnnotation === null) return undefined;
    return () => {
      // After the note's own field, which goes with it, has sent what was typed last.
      queueMicrotask(() => void latest.current(openAnnotation));
    };
  }, [openAnnotation]);
  return null;
}
