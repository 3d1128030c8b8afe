import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer, useCall } from '../app/useYandu.ts';
import styles from './TagEditor.module.css';
import { useAnnotationActions } from './useAnnotationActions.ts';

/** The tags of one annotation, and a field for one more: an existing name or a new one. */
export function TagEditor({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const call = useCall();
  const { change } = useAnnotationActions();
  const { data: tags = [] } = useAnswer('listTags', {});
  const [name, setName] = useState('');
  const listId = useId();
  const own = tags.filter(({ id }) => annotation.tagIds.includes(id));

  const add = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return;
    const tag = await call('createTag', { name: wanted });
    if (!tag.ok) return;
    setName('');
    if (annotation.tagIds.includes(tag.value.id)) return;
    await change(annotation.id, { tagIds: [...annotation.tagIds, tag.value.id] });
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
