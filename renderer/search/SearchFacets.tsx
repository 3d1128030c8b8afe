import { memo } from 'react';
import type { SearchFilters, SearchPage } from '../../shared/ipc/searching.ts';
import { useStrings } from '../app/useStrings.ts';
import { noFilters, RESULTS_ID, useReadActions } from './searchContext.ts';
import styles from './SearchFacets.module.css';

type Choice = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly filters: SearchFilters;
};

type SearchFacetsProps = { readonly page: SearchPage; readonly filters: SearchFilters };

/** Narrows the results; the number behind each choice is what choosing it gives. */
export const SearchFacets = memo(function SearchFacets({ page, filters }: SearchFacetsProps) {
  const { search } = useStrings();
  const read = useReadActions();
  const { scopes, documents, kinds, leads } = page.facets;
  const isNarrowed =
    filters.scope !== null ||
    filters.documentIds.length + filters.kinds.length + filters.leads.length > 0;

  return (
    <>
      {isNarrowed && (
        <button
          type="button"
          className={styles['reset']}
          onClick={() => {
            read().setFilters(noFilters);
            // The button goes away with the filters.
            document.getElementById(RESULTS_ID)?.focus();
          }}
        >
          {search.removeFilters}
        </button>
      )}
      <Facet
        title={search.scope}
        choices={scopes.map(({ value, count }) => ({
          key: value,
          label: search.scopes[value],
          count,
          isChosen: filters.scope === value,
          filters: { ...filters, scope: filters.scope === value ? null : value },
        }))}
      />
      <Facet
        title={search.documents}
        choices={documents.map(({ value, label, count }) => ({
          key: value,
          label,
          count,
          isChosen: filters.documentIds.includes(value),
          filters: { ...filters, documentIds: toggled(filters.documentIds, value) },
        }))}
      />
      <Facet
        title={search.kind}
        choices={kinds.map(({ value, count }) => ({
          key: value,
          label: search.kinds[value],
          count,
          isChosen: filters.kinds.includes(value),
          filters: { ...filters, kinds: toggled(filters.kinds, value) },
        }))}
      />
      <Facet
        title={search.lead}
        choices={leads.map(({ value, label, count }) => ({
          key: value,
          label,
          count,
          isChosen: filters.leads.includes(value),
          filters: { ...filters, leads: toggled(filters.leads, value) },
        }))}
      />
    </>
  );
});

function toggled<Value>(chosen: readonly Value[], value: Value): readonly Value[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}

function Facet({
  title,
  choices,
}: {
  readonly title: string;
  readonly choices: readonly Choice[];
}) {
  const read = useReadActions();
  if (choices.length === 0) return null;
  return (
    <section className={styles['facet']}>
      <h2>{title}</h2>
      <ul>
        {choices.map(({ key, label, count, isChosen, filters }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={isChosen}
              disabled={count === 0 && !isChosen}
              onClick={() => {
                read().setFilters(filters);
              }}
            >
              <span className={styles['label']} title={label}>
                {label}
              </span>
              <span className={styles['count']}>{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
