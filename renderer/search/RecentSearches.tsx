import { useStrings } from '../app/useStrings.ts';
import { useAnswer, useCall, useInvalidate } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { useReadActions } from './searchContext.ts';
import styles from './RecentSearches.module.css';

/** What the empty box offers: how to ask, and what was asked before in this briefing. */
export function RecentSearches() {
  const { search } = useStrings();
  const read = useReadActions();
  const call = useCall();
  const invalidate = useInvalidate();
  const recent = useAnswer('listRecentSearches', {}).data ?? [];

  async function clear(): Promise<void> {
    const cleared = await call('clearRecentSearches', {});
    if (cleared.ok) invalidate('listRecentSearches');
  }

  return (
    <>
      <section aria-labelledby="search-hints">
        <h1 id="search-hints" className={styles['title']}>
          {search.nothingRecent}
        </h1>
        <dl className={styles['hints']}>
          {Object.values(search.hints).map(({ sample, meaning }) => (
            <div key={sample}>
              <dt>{sample}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <header className={styles['head']}>
            <h2 id="recent-searches" className={styles['title']}>
              {search.recent}
            </h2>
            <Button kind="quiet" onClick={() => void clear()}>
              {search.clearRecent}
            </Button>
          </header>
          <ul className={styles['list']}>
            {recent.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  data-row
                  onClick={() => {
                    read().searchFor(text);
                  }}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
