import { noteTypes, pigments, type Tag } from '../../shared/domain/annotation.ts';
import type { Document } from '../../shared/domain/document.ts';
import { useSettings } from '../app/useSettings.ts';
import { useStrings } from '../app/useStrings.ts';
import { Select } from '../ui/Select.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import type { ExcerptFilter } from './excerptFilter.ts';
import styles from './ExcerptShelf.module.css';

type ExcerptFiltersProps = {
  readonly filter: ExcerptFilter;
  readonly documents: readonly Document[];
  readonly tags: readonly Tag[];
  readonly onChange: (filter: ExcerptFilter) => void;
};

/** Stands for "all" in a list whose other values are ids and names. */
const ALL = '';

export function ExcerptFilters({ filter, documents, tags, onChange }: ExcerptFiltersProps) {
  const { handout: words, notes } = useStrings();
  const { pigmentNames } = useSettings();
  return (
    <div className={styles['filters']}>
      <Select
        label={words.filterDocument}
        value={filter.documentId ?? ALL}
        options={[
          { value: ALL, label: words.allDocuments },
          ...documents.map((one) => ({ value: one.id, label: one.shortTitle })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, documentId: value === ALL ? null : value });
        }}
      />
      <Select
        label={words.filterPigment}
        value={filter.pigment ?? ALL}
        options={[
          { value: ALL, label: words.allPigments },
          ...pigments.map((value) => ({ value, label: pigmentNames[value] })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, pigment: value === ALL ? null : value });
        }}
      />
      <Select
        label={words.filterType}
        value={filter.type ?? ALL}
        options={[
          { value: ALL, label: words.allTypes },
          ...noteTypes.map((value) => ({ value, label: notes.types[value] })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, type: value === ALL ? null : value });
        }}
      />
      <Select
        label={words.filterTag}
        value={filter.tagId ?? ALL}
        options={[
          { value: ALL, label: words.allTags },
          ...tags.map((tag) => ({ value: tag.id, label: tag.name })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, tagId: value === ALL ? null : value });
        }}
      />
      <Toggle
        label={words.unusedOnly}
        isOn={filter.isUnusedOnly}
        onChange={(isUnusedOnly) => {
          onChange({ ...filter, isUnusedOnly });
        }}
      />
    </div>
  );
}
