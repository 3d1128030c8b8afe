import { useId, useState } from 'react';
import { noteTypes, type NoteType } from '../../../shared/domain/annotation.ts';
import type { AnnotationId, TagId } from '../../../shared/domain/ids.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { Button } from '../../ui/Button.tsx';
import { keepUndo } from '../../ui/keepUndo.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './AnnotationsPanel.module.css';
import { ExchangeDialog } from './ExchangeDialog.tsx';
import { PigmentChoice } from '../marking/PigmentChoice.tsx';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { useAddAllToHandout } from './useAddAllToHandout.ts';
import { useAnnotationActions } from '../useAnnotationActions.ts';

type SelectedAnnotationsProps = {
  readonly selected: readonly StandingAnnotation[];
  readonly onDone: () => void;
};

/** What can be done to several annotations at once; each is one step of the history. */
export function SelectedAnnotations({ selected, onDone }: SelectedAnnotationsProps) {
  const { notes } = useStrings();
  const actions = useAnnotationActions();
  const addToHandout = useAddAllToHandout();
  const [isExporting, setIsExporting] = useState(false);
  const ids = selected.map(({ annotation }) => annotation.id);
  return (
    <div className={styles['selected']} role="group" aria-label={notes.selected(ids.length)}>
      <strong>{notes.selected(ids.length)}</strong>
      <Button kind="quiet" onClick={onDone}>
        {notes.selectNone}
      </Button>
      <PigmentChoice
        value={null}
        onChange={(pigment) => void actions.changeMany(ids, { pigment })}
      />
      <Select<NoteType | 'none' | 'unchanged'>
        label={notes.changeType}
        value="unchanged"
        options={[
          { value: 'unchanged', label: notes.changeType },
          ...noteTypes.map((value) => ({ value, label: notes.types[value] })),
          { value: 'none', label: notes.noType },
        ]}
        onChange={(type) => {
          if (type === 'unchanged') return;
          void actions.changeMany(ids, { type: type === 'none' ? null : type });
        }}
      />
      <TagsOfSelected selected={selected} ids={ids} />
      <div className={styles['acts']}>
        <Button onClick={() => void addToHandout(selected)}>{notes.addToHandout}</Button>
        <Button
          onClick={() => {
            setIsExporting(true);
          }}
        >
          {notes.exportSelected}
        </Button>
        <Button onClick={() => void actions.remove(ids).then(onDone)}>
          {notes.deleteSelected}
        </Button>
      </div>
      {isExporting && (
        <ExchangeDialog
          ids={ids}
          onClose={() => {
            setIsExporting(false);
          }}
        />
      )}
    </div>
  );
}

type TagsOfSelectedProps = Pick<SelectedAnnotationsProps, 'selected'> & {
  readonly ids: readonly AnnotationId[];
};

/** A field for a tag, known or new, and a list of those that can be taken off. */
function TagsOfSelected({ selected, ids }: TagsOfSelectedProps) {
  const { notes } = useStrings();
  const { changeMany } = useAnnotationActions();
  const { data: tags = [] } = useAnswer('listTags', {});
  const [name, setName] = useState('');
  const listId = useId();
  const used = new Set(selected.flatMap(({ annotation }) => annotation.tagIds));

  const add = async (): Promise<void> => {
    const addTag = name.trim();
    if (addTag !== '' && (await changeMany(ids, { addTag }))) setName('');
  };
  return (
    <>
      <input
        className={styles['tagField']}
        aria-label={notes.addTag}
        placeholder={notes.addTag}
        list={listId}
        value={name}
        maxLength={100}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (name !== '') keepUndo(event);
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
        }}
      />
      <datalist id={listId}>
        {tags.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
      {used.size > 0 && (
        <Select<TagId | 'none'>
          label={notes.takeTag}
          value="none"
          options={[
            { value: 'none', label: notes.takeTag },
            ...tags
              .filter(({ id }) => used.has(id))
              .map((tag) => ({ value: tag.id, label: tag.name })),
          ]}
          onChange={(removeTagId) => {
            if (removeTagId !== 'none') void changeMany(ids, { removeTagId });
          }}
        />
      )}
    </>
  );
}
