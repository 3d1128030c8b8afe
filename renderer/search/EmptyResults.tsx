import type { SearchPage } from '../../shared/ipc/searching.ts';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useStrings } from '../app/useStrings.ts';
import { noFilters, useSearch } from './searchContext.ts';
import styles from './EmptyResults.module.css';

/** Nothing found: what to try instead. */
export function EmptyResults({ page }: { readonly page: SearchPage }) {
  const { search } = useStrings();
  const { filters, setFilters, searchFor } = useSearch();
  const { fuzzyPinyin } = useSettings();
  const change = useChangeSettings();
  return (
    <section className={styles['empty']}>
      <p>{search.nothing}</p>
      <p>{search.nothingHint}</p>
      {filters !== noFilters && (
        <button
          type="button"
          onClick={() => {
            setFilters(noFilters);
            searchFor(page.query);
          }}
        >
          {search.removeFilters}
        </button>
      )}
      {!fuzzyPinyin && /[a-zü]/i.test(page.query) && (
        <button
          type="button"
          onClick={() => {
            change({ fuzzyPinyin: true });
            // The button goes away with its question; the focus goes to the box.
            searchFor(page.query);
          }}
        >
          {search.allowFuzzy}
        </button>
      )}
      {page.suggestions.length > 0 && (
        <>
          <h2>{search.suggestions}</h2>
          <ul>
            {page.suggestions.map((word) => (
              <li key={word}>
                <button
                  type="button"
                  onClick={() => {
                    searchFor(word);
                  }}
                >
                  {word}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
