import { noteTypes, pigments } from '../../shared/domain/annotation.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './AnnotationsPanel.module.css';
import { noFilter, type AnnotationFilter } from './filterAnnotations.ts';
import { usePigmentName } from './usePigmentName.ts';

type AnnotationFiltersProps = {
  readonly filter: AnnotationFilter;
  readonly currentDocument: DocumentId | null;
  readonly onChange: (filter: AnnotationFilter) => void;
};

const any = 'any';

/** What the list shows: document, colour, type, tag, with or without note, in a handout or not. */
export function AnnotationFilters({ filter, currentDocument, onChange }: AnnotationFiltersProps) {
  const { notes } = useStrings();
  const pigmentName = usePigmentName();
  const { data: tags = [] } = useAnswer('listTags', {});
  const yesNo = (value: boolean | null): 'any' | 'yes' | 'no' =>
    value === null ? any : value ? 'yes' : 'no';
  const fromYesNo = (value: 'any' | 'yes' | 'no'): boolean | null =>
    value === any ? null : value === 'yes';

  return (
    <details className={styles['filters']}>
      <summary>{notes.filters}</summary>
      <div className={styles['filterGrid']}>
        <Select
          label={notes.allDocuments}
          value={filter.documentId === null ? any : 'this'}
          options={[
            { value: any, label: notes.allDocuments },
            { value: 'this', label: notes.thisDocument },
          ]}
          onChange={(value) => {
            onChange({ ...filter, documentId: value === any ? null : currentDocument });
          }}
        />
        <Select
          label={notes.colour}
          value={filter.pigment ?? any}
          options={[
            { value: any, label: notes.colour },
            ...pigments.map((value) => ({ value, label: pigmentName(value) })),
          ]}
          onChange={(value) => {
            onChange({ ...filter, pigment: value === any ? null : value });
          }}
        />
        <Select
          label={notes.type}
          value={filter.type ?? any}
          options={[
            { value: any, label: notes.anyType },
            ...noteTypes.map((value) => ({ value, label: notes.types[value] })),
          ]}
          onChange={(value) => {
            onChange({ ...filter, type: value === any ? null : value });
          }}
        />
        <Select
          label={notes.tags}
          value={filter.tagId ?? any}
          options={[
            { value: any, label: notes.anyTag },
            ...tags.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => {
            onChange({ ...filter, tagId: value === any ? null : value });
          }}
        />
        <Select
          label={notes.anyNote}
          value={yesNo(filter.hasNote)}
          options={[
            { value: any, label: notes.anyNote },
            { value: 'yes', label: notes.withNote },
            { value: 'no', label: notes.withoutNote },
          ]}
          onChange={(value) => {
            onChange({ ...filter, hasNote: fromYesNo(value) });
          }}
        />
        <Select
          label={notes.anyUse}
          value={yesNo(filter.isUsed)}
          options={[
            { value: any, label: notes.anyUse },
            { value: 'yes', label: notes.used },
            { value: 'no', label: notes.unused },
          ]}
          onChange={(value) => {
            onChange({ ...filter, isUsed: fromYesNo(value) });
          }}
        />
        <Button
          kind="quiet"
          onClick={() => {
            onChange(noFilter);
          }}
        >
          {notes.clearFilters}
        </Button>
      </div>
    </details>
  );
}
