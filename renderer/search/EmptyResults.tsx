import type { SearchPage } from '../../shared/ipc/searching.ts';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useStrings } from '../app/useStrings.ts';
import { noFilters, useReadActions, useSearchValue } from './searchContext.ts';
import { Chip } from './Chip.tsx';
import styles from './EmptyResults.module.css';

/** Nothing found: what to try instead. */
export function EmptyResults({ page }: { readonly page: SearchPage }) {
  const { search } = useStrings();
  const filters = useSearchValue((state) => state.filters);
  const read = useReadActions();
  const { fuzzyPinyin } = useSettings();
  const change = useChangeSettings();
  return (
    <section className={styles['empty']}>
      <p>{search.nothing}</p>
      <p>{search.nothingHint}</p>
      {filters !== noFilters && (
        <Chip
          onClick={() => {
            read().setFilters(noFilters);
            read().searchFor(page.query);
          }}
        >
          {search.removeFilters}
        </Chip>
      )}
      {!fuzzyPinyin && /[a-zü]/i.test(page.query) && (
        <Chip
          onClick={() => {
            change({ fuzzyPinyin: true });
            // The button goes away with its question; the focus goes to the box.
            read().searchFor(page.query);
          }}
        >
          {search.allowFuzzy}
        </Chip>
      )}
      {page.suggestions.length > 0 && (
        <>
          <h2>{search.suggestions}</h2>
          <ul>
            {page.suggestions.map((word) => (
              <li key={word}>
                <Chip
                  onClick={() => {
                    read().searchFor(word);
                  }}
                >
                  {word}
                </Chip>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
