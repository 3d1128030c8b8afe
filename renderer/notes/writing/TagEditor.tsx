import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { keepUndo } from '../../ui/keepUndo.ts';
import styles from './TagEditor.module.css';
import { useAnnotationActions } from '../useAnnotationActions.ts';

/** The tags of one annotation, and a field for one more: an existing name or a new one. */
export function TagEditor({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { change, changeMany } = useAnnotationActions();
  const { data: tags = [] } = useAnswer('listTags', {});
  const [name, setName] = useState('');
  const listId = useId();
  const own = tags.filter(({ id }) => annotation.tagIds.includes(id));

  // By name, so that a new tag and its first use are one step to undo.
  const add = async (): Promise<void> => {
    const addTag = name.trim();
    if (addTag === '') return;
    setName('');
    await changeMany([annotation.id], { addTag });
  };

  return (
    <div className={styles['tags']} role="group" aria-label={notes.tags}>
      {own.map((tag) => (
        <span key={tag.id} className={styles['tag']}>
          {tag.name}
          <button
            type="button"
            aria-label={notes.removeTag(tag.name)}
            onClick={() => {
              const tagIds = annotation.tagIds.filter((id) => id !== tag.id);
              void change(annotation.id, { tagIds });
            }}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <input
        className={styles['field']}
        aria-label={notes.addTag}
        placeholder={notes.addTag}
        list={listId}
        maxLength={100}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (name !== '') keepUndo(event);
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
        onBlur={() => void add()}
      />
      <datalist id={listId}>
        {tags.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
    </div>
  );
}
