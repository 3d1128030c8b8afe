import type { AnnotationId } from '../../../shared/domain/ids.ts';
import type { AnnotationFormat } from '../../../shared/ipc/exchanging.ts';
import { FormatsManaged } from '../../app/FormatsManaged.tsx';
import { useAllowedFormats } from '../../app/useAllowedFormats.ts';
import { useAnnounce } from '../../app/useAnnounce.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useCall, useInvalidate } from '../../app/useYandu.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ExchangeDialog.module.css';

type ExchangeDialogProps = {
  /** Only these go out; null for all, and then a file can come in too. */
  readonly ids: readonly AnnotationId[] | null;
  readonly onClose: () => void;
};

/** Annotations out as a file, or another reader's in. */
export function ExchangeDialog({ ids, onClose }: ExchangeDialogProps) {
  const { notes } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const { isAllowed, forbidden } = useAllowedFormats({ kind: 'annotations' }, ['jsonld', 'md']);

  const exportTo = async (format: AnnotationFormat): Promise<void> => {
    const answer = await call('exportAnnotations', { format, ids: ids === null ? null : [...ids] });
    if (!answer.ok || answer.value === null) return;
    announce(notes.exported(answer.value.fileName, answer.value.count));
    onClose();
  };
  const importFile = async (): Promise<void> => {
    const answer = await call('importAnnotations', {});
    if (!answer.ok || answer.value === null) return;
    invalidate('listAnnotations', 'listResolutions', 'listBin', 'listTags', 'listAllowedFormats');
    announce(notes.imported(answer.value));
    onClose();
  };
  return (
    <Dialog title={ids === null ? notes.exchange : notes.exportCount(ids.length)} onClose={onClose}>
      <section className={styles['part']}>
        {ids === null && <h3>{notes.exportTitle}</h3>}
        <p>{ids === null ? notes.exportHint : notes.exportChosenHint}</p>
        <div className={styles['buttons']}>
          <Button
            data-autofocus
            disabled={!isAllowed('jsonld')}
            onClick={() => void exportTo('jsonld')}
          >
            {notes.exportJson}
          </Button>
          <Button disabled={!isAllowed('md')} onClick={() => void exportTo('md')}>
            {notes.exportMarkdown}
          </Button>
        </div>
        <FormatsManaged forbidden={forbidden} />
      </section>
      {ids === null && (
        <section className={styles['part']}>
          <h3>{notes.importTitle}</h3>
          <p>{notes.importHint}</p>
          <div className={styles['buttons']}>
            <Button onClick={() => void importFile()}>{notes.import}</Button>
          </div>
        </section>
      )}
    </Dialog>
  );
}
