import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Tag } from '../../../shared/domain/annotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer, useCall, useInvalidate } from '../../app/useYandu.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './TagsDialog.module.css';

/** Renames, merges and deletes tags. */
export function TagsDialog({ onClose }: { readonly onClose: () => void }) {
  const { notes } = useStrings();
  const { data: tags = [] } = useAnswer('listTags', {});
  const { data: annotations = [] } = useAnswer('listAnnotations', {});
  return (
    <Dialog title={notes.manageTags} onClose={onClose}>
      <p className={styles['hint']}>{tags.length === 0 ? notes.noTags : notes.renameHint}</p>
      {tags.map((tag) => (
        <TagRow
          key={tag.id}
          tag={tag}
          count={annotations.filter(({ tagIds }) => tagIds.includes(tag.id)).length}
        />
      ))}
    </Dialog>
  );
}

type TagRowProps = {
  readonly tag: Tag;
  /** Annotations that bear it. */
  readonly count: number;
};

function TagRow({ tag, count }: TagRowProps) {
  const { notes } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const [name, setName] = useState(tag.name);
  const rename = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '' || wanted === tag.name) {
      setName(tag.name);
      return;
    }
    setName(wanted);
    await call('renameTag', { id: tag.id, name: wanted });
    invalidate('listTags', 'listAnnotations', 'listBin');
  };
  return (
    <div className={styles['row']}>
      <input
        className={styles['field']}
        aria-label={notes.renameTag(tag.name)}
        value={name}
        maxLength={100}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void rename();
        }}
      />
      <span className={styles['count']}>{notes.tagCount(count)}</span>
      <IconButton
        icon={Trash2}
        label={notes.deleteTag(tag.name)}
        onClick={() => {
          void call('deleteTag', { id: tag.id }).then(() => {
            invalidate('listTags', 'listAnnotations', 'listBin');
          });
        }}
      />
    </div>
  );
}
