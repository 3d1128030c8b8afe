// The pages of a handout as they would be exported: quick ones after each change, and settled ones at rest.

import { useEffect, useState } from 'react';
import type { Annotation } from '../../shared/domain/annotation.ts';
import type { Handout, HandoutCopy } from '../../shared/domain/handout.ts';
import { ask, useAnswer, type Answer } from '../app/useYandu.ts';

/** Milliseconds without a change until quick pages are settled. */
const REST = 300;

type Shown =
  | { readonly status: 'waiting' | 'failed' }
  | { readonly status: 'pages'; readonly pdf: Uint8Array };

export type HandoutPreview = {
  readonly shown: Shown;
  /** True until the pages shown are those that an export would write. */
  readonly isBehind: boolean;
};

/** Asks for the pages of `copy` whenever main's handout or an annotation changes; the last pages stay until then. */
export function usePreview(handout: Handout, copy: HandoutCopy): HandoutPreview {
  // Notes stand in a handout too; whoever changes one, this list hears of it.
  const { data: annotations } = useAnswer('listAnnotations', {});
  const [shown, setShown] = useState<Shown>({ status: 'waiting' });
  const [settledFor, setSettledFor] = useState<Subject | null>(null);

  // Printing goes on in main; an older answer must not replace a newer one.
  useEffect(() => {
    let isCurrent = true;
    const show = (pages: Answer<'previewHandout'>): void => {
      if (pages.status === 'pages') setShown({ status: 'pages', pdf: pages.pdf });
      if (pages.status !== 'pages' || pages.isSettled)
        setSettledFor({ handout, copy, annotations });
    };
    const subject = { id: handout.id, copy };
    void askForPages(subject, { isWanted: () => isCurrent, show }).catch(() => {
      if (isCurrent) setShown({ status: 'failed' });
    });
    return () => {
      isCurrent = false;
    };
  }, [handout, copy, annotations]);
  const isSettled =
    settledFor?.handout === handout &&
    settledFor.copy === copy &&
    settledFor.annotations === annotations;
  return { shown, isBehind: !isSettled };
}

/** What pages depend on. */
type Subject = {
  readonly handout: Handout;
  readonly copy: HandoutCopy;
  readonly annotations: readonly Annotation[] | undefined;
};

type Asking = {
  /** False once something newer is asked for. */
  readonly isWanted: () => boolean;
  readonly show: (pages: Answer<'previewHandout'>) => void;
};

async function askForPages(
  subject: { readonly id: Handout['id']; readonly copy: HandoutCopy },
  { isWanted, show }: Asking,
): Promise<void> {
  const quick = await ask('previewHandout', { ...subject, isQuick: true });
  if (!isWanted()) return;
  show(quick);
  if (quick.status !== 'pages' || quick.isSettled) return;
  await new Promise((resolve) => setTimeout(resolve, REST));
  if (!isWanted()) return;
  const settled = await ask('previewHandout', { ...subject, isQuick: false });
  if (isWanted()) show(settled);
}
