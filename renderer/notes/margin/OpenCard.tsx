import { Trash2, X } from 'lucide-react';
import { noteTypes, type Annotation, type NoteType } from '../../../shared/domain/annotation.ts';
import { linksOf } from '../../../shared/notes/parseNote.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { LinkChip } from '../writing/LinkChip.tsx';
import { MarkEnds } from '../marking/MarkEnds.tsx';
import { NoteEditor } from '../writing/NoteEditor.tsx';
import styles from './OpenCard.module.css';
import { PigmentChoice } from '../marking/PigmentChoice.tsx';
import { TagEditor } from '../writing/TagEditor.tsx';
import { useAnnotationActions } from '../useAnnotationActions.ts';

/** Everything one can do to one annotation. */
export function OpenCard({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { dispatch } = useOpenAnnotation();
  const { change, remove } = useAnnotationActions();
  const { id, pigment, type, isPrivate, target } = annotation;
  const links = linksOf(annotation.note);
  return (
    <div className={styles['open']}>
      <div className={styles['row']}>
        {pigment !== null && (
          <PigmentChoice
            value={pigment}
            onChange={(chosen) => void change(id, { pigment: chosen })}
          />
        )}
        <span className={styles['space']} />
        <IconButton icon={Trash2} label={notes.delete} onClick={() => void remove([id])} />
        <IconButton
          icon={X}
          label={notes.close}
          onClick={() => {
            dispatch({ kind: 'openAnnotation', id: null });
          }}
        />
      </div>
      <NoteEditor key={id} annotation={annotation} />
      {links.length > 0 && (
        <div className={styles['row']} role="group" aria-label={notes.linksOfNote}>
          {links.map((link) => (
            <LinkChip key={link.address} link={link} />
          ))}
        </div>
      )}
      <div className={styles['row']}>
        <Select<NoteType | 'none'>
          label={notes.type}
          value={type ?? 'none'}
          options={[
            { value: 'none', label: notes.noType },
            ...noteTypes.map((value) => ({ value, label: notes.types[value] })),
          ]}
          onChange={(value) => void change(id, { type: value === 'none' ? null : value })}
        />
        {target.kind === 'passage' && <MarkEnds annotation={annotation} />}
      </div>
      <TagEditor annotation={annotation} />
      <Toggle
        label={notes.isPrivate}
        isOn={isPrivate}
        onChange={(isOn) => void change(id, { isPrivate: isOn })}
      />
    </div>
  );
}
