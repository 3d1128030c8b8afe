import { noteTypes, pigments } from '../../../shared/domain/annotation.ts';
import type { Document } from '../../../shared/domain/document.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { Select } from '../../ui/Select.tsx';
import { useAnnotationListView } from './AnnotationListProvider.tsx';
import styles from './AnnotationsPanel.module.css';
import { countChoices } from './filterAnnotations.ts';
import { documentOf } from './groupAnnotations.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { usePigmentName } from '../marking/usePigmentName.ts';

type AnnotationFiltersProps = {
  readonly all: readonly StandingAnnotation[];
  readonly documents: readonly Document[];
};

const any = 'any';
const yesNo = ['yes', 'no'] as const;

/** What the list shows: document, colour, type, tag, with or without note, in a handout or not, where it stands. */
export function AnnotationFilters({ all, documents }: AnnotationFiltersProps) {
  const { notes } = useStrings();
  const pigmentName = usePigmentName();
  const { filter, setFilter } = useAnnotationListView();
  const { data: tags = [] } = useAnswer('listTags', {});
  const annotated = new Set(all.map(documentOf));
  const chosen = countChoices(filter);

  return (
    <details className={styles['filters']}>
      <summary>{chosen === 0 ? notes.filters : notes.filtersChosen(chosen)}</summary>
      <div className={styles['filterGrid']}>
        <Choice
          any={notes.allDocuments}
          value={filter.documentId}
          options={documents
            .filter(({ id }) => annotated.has(id) || id === filter.documentId)
            .map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
          onChange={(documentId) => {
            setFilter({ ...filter, documentId });
          }}
        />
        <Choice
          any={notes.anyColour}
          value={filter.pigment}
          options={pigments.map((value) => ({ value, label: pigmentName(value) }))}
          onChange={(pigment) => {
            setFilter({ ...filter, pigment });
          }}
        />
        <Choice
          any={notes.anyType}
          value={filter.type}
          options={noteTypes.map((value) => ({ value, label: notes.types[value] }))}
          onChange={(type) => {
            setFilter({ ...filter, type });
          }}
        />
        <Choice
          any={notes.anyTag}
          value={filter.tagId}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(tagId) => {
            setFilter({ ...filter, tagId });
          }}
        />
        <Choice
          any={notes.anyNote}
          value={fromBoolean(filter.hasNote)}
          options={yesNo.map((value) => ({
            value,
            label: value === 'yes' ? notes.withNote : notes.withoutNote,
          }))}
          onChange={(value) => {
            setFilter({ ...filter, hasNote: toBoolean(value) });
          }}
        />
        <Choice
          any={notes.anyUse}
          value={fromBoolean(filter.isUsed)}
          options={yesNo.map((value) => ({
            value,
            label: value === 'yes' ? notes.used : notes.unused,
          }))}
          onChange={(value) => {
            setFilter({ ...filter, isUsed: toBoolean(value) });
          }}
        />
        <Choice
          any={notes.anyStanding}
          value={filter.standing}
          options={(['review', 'gone'] as const).map((value) => ({
            value,
            label: notes.standings[value],
          }))}
          onChange={(standing) => {
            setFilter({ ...filter, standing });
          }}
        />
      </div>
    </details>
  );
}

type ChoiceProps<Value extends string> = {
  /** What it is called, and what stands there while nothing is chosen. */
  readonly any: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
};

function Choice<Value extends string>({ any: name, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Select<Value | typeof any>
      label={name}
      value={value ?? any}
      options={[{ value: any, label: name }, ...options]}
      onChange={(chosen) => {
        onChange(
          chosen === any ? null : (options.find((one) => one.value === chosen)?.value ?? null),
        );
      }}
    />
  );
}

function fromBoolean(value: boolean | null): 'yes' | 'no' | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}

function toBoolean(value: 'yes' | 'no' | null): boolean | null {
  return value === null ? null : value === 'yes';
}
