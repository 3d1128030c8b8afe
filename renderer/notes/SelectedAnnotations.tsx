import { useState } from 'react';
import type { TagId } from '../../shared/domain/ids.ts';
import type { StandingAnnotation } from './placeAnnotations.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer, useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './AnnotationsPanel.module.css';
import { PigmentChoice } from './PigmentChoice.tsx';
import { useAnnotationActions } from './useAnnotationActions.ts';

type SelectedAnnotationsProps = {
  readonly selected: readonly StandingAnnotation[];
  readonly onDone: () => void;
};

/** What can be done to several annotations at once; each is one step of the history. */
export function SelectedAnnotations({ selected, onDone }: SelectedAnnotationsProps) {
  const { notes } = useStrings();
  const actions = useAnnotationActions();
  const addToHandout = useAddAllToHandout();
  const { data: tags = [] } = useAnswer('listTags', {});
  const call = useCall();
  const [name, setName] = useState('');
  const ids = selected.map(({ annotation }) => annotation.id);

  const addNewTag = async (): Promise<void> => {
    if (name.trim() === '') return;
    const tag = await call('createTag', { name: name.trim() });
    if (!tag.ok) return;
    setName('');
    await actions.changeMany(ids, { addTagId: tag.value.id });
  };
  return (
    <div className={styles['selected']} role="toolbar" aria-label={notes.selected(ids.length)}>
      <strong>{notes.selected(ids.length)}</strong>
      <PigmentChoice
        value={null}
        onChange={(pigment) => void actions.changeMany(ids, { pigment })}
      />
      <Select<TagId | 'none'>
        label={notes.addTag}
        value="none"
        options={[
          { value: 'none', label: notes.addTag },
          ...tags.map((tag) => ({ value: tag.id, label: tag.name })),
        ]}
        onChange={(value) => {
          if (value !== 'none') void actions.changeMany(ids, { addTagId: value });
        }}
      />
      <input
        className={styles['search']}
        aria-label={notes.newTag}
        placeholder={notes.newTag}
        value={name}
        maxLength={100}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void addNewTag();
        }}
      />
      <Button onClick={() => void addToHandout(selected)}>{notes.addToHandout}</Button>
      <Button onClick={() => void actions.remove(ids).then(onDone)}>{notes.deleteSelected}</Button>
      <Button kind="quiet" onClick={onDone}>
        {notes.selectNone}
      </Button>
    </div>
  );
}

/** Adds every selected mark that stands in the text to the handout, in the order of the list. */
function useAddAllToHandout(): (selected: readonly StandingAnnotation[]) => Promise<void> {
  const { notes } = useStrings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  return async (selected) => {
    const excerpts = selected.flatMap(({ annotation: { id, target }, standing }) =>
      target.kind === 'passage' && standing.kind === 'placed'
        ? [{ place: standing.place, quote: target.anchor.quote, annotationId: id }]
        : [],
    );
    if (excerpts.length === 0) return;
    const answer = await call('addExcerpts', { id: null, title: notes.newHandout, excerpts });
    if (!answer.ok) return;
    invalidate('listHandouts');
    announce(notes.addedCount(excerpts.length));
  };
}
