import { ArrowDownUp, FilePlus2, StickyNote, Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../../app/useStrings.ts';
import { useWorkspaceValue } from '../../app/useWorkspace.ts';
import { activePane } from '../../app/workspace.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './AnnotationsPanel.module.css';
import { BinDialog } from './BinDialog.tsx';
import { ExchangeDialog } from './ExchangeDialog.tsx';
import { TagsDialog } from './TagsDialog.tsx';
import { useWriteNote } from '../writing/useWriteNote.ts';

/** New notes, tags, files, the bin. */
export function ListActions() {
  const { notes } = useStrings();
  const write = useWriteNote();
  const documentId = useWorkspaceValue((workspace) => activePane(workspace).documentId);
  const [dialog, setDialog] = useState<'bin' | 'exchange' | 'tags' | null>(null);

  const close = (): void => {
    setDialog(null);
  };
  return (
    <div className={styles['actions']}>
      <IconButton
        icon={StickyNote}
        label={notes.newFreeNote}
        onClick={() => void write({ target: { kind: 'free' }, pigment: null })}
      />
      <IconButton
        icon={FilePlus2}
        label={notes.newDocumentNote}
        disabled={documentId === null}
        onClick={() => {
          if (documentId !== null) {
            void write({ target: { kind: 'document', documentId }, pigment: null });
          }
        }}
      />
      <IconButton
        icon={Tags}
        label={notes.manageTags}
        onClick={() => {
          setDialog('tags');
        }}
      />
      <IconButton
        icon={ArrowDownUp}
        label={notes.exchange}
        onClick={() => {
          setDialog('exchange');
        }}
      />
      <IconButton
        icon={Trash2}
        label={notes.bin}
        onClick={() => {
          setDialog('bin');
        }}
      />
      {dialog === 'bin' && <BinDialog onClose={close} />}
      {dialog === 'exchange' && <ExchangeDialog ids={null} onClose={close} />}
      {dialog === 'tags' && <TagsDialog onClose={close} />}
    </div>
  );
}
