import type { AnnotationFormat } from '../../shared/ipc/exchanging.ts';
import { FormatsManaged } from '../app/FormatsManaged.tsx';
import { useAllowedFormats } from '../app/useAllowedFormats.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ExchangeDialog.module.css';

/** All annotations out as a file, or another reader's in. */
export function ExchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { notes } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const { isAllowed, forbidden } = useAllowedFormats({ kind: 'annotations' }, ['jsonld', 'md']);

  const exportAll = async (format: AnnotationFormat): Promise<void> => {
    const answer = await call('exportAnnotations', { format });
    if (!answer.ok || answer.value === null) return;
    announce(notes.exported(answer.value.fileName, answer.value.count));
    onClose();
  };
  const importFile = async (): Promise<void> => {
    const answer = await call('importAnnotations', {});
    if (!answer.ok || answer.value === null) return;
    const { added, changed, removed } = answer.value;
    invalidate('listAnnotations', 'listResolutions', 'listBin', 'listTags', 'listAllowedFormats');
    announce(notes.imported(added, changed, removed));
    onClose();
  };
  return (
    <Dialog title={notes.exchange} onClose={onClose}>
      <p className={styles['hint']}>{notes.exchangeHint}</p>
      <div className={styles['buttons']}>
        <Button disabled={!isAllowed('jsonld')} onClick={() => void exportAll('jsonld')}>
          {notes.exportJson}
        </Button>
        <Button disabled={!isAllowed('md')} onClick={() => void exportAll('md')}>
          {notes.exportMarkdown}
        </Button>
        <Button onClick={() => void importFile()}>{notes.import}</Button>
      </div>
      <FormatsManaged forbidden={forbidden} />
    </Dialog>
  );
}
