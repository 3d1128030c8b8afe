import { memo } from 'react';
import type { DocumentGroup, SearchPage } from '../../shared/ipc/searching.ts';
import { useStrings } from '../app/useStrings.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from './Chip.tsx';
import { countUnlisted } from './countUnlisted.ts';
import { EmptyResults } from './EmptyResults.tsx';
import { HitBar } from './HitBar.tsx';
import { NoteResult } from './NoteResult.tsx';
import { useReadActions } from './searchContext.ts';
import styles from './SearchResults.module.css';
import { SegmentResult } from './SegmentResult.tsx';
import { useAfterPaint } from './useAfterPaint.ts';

/** As many as fill a tall window: they are painted first, then the rest. */
const FIRST_ROWS = 12;

type SearchResultsProps = {
  readonly page: SearchPage;
  /** False in the first frame of a query, which is for the rows one sees at once. */
  readonly isWhole: boolean;
  readonly onMore: () => void;
};

/**
 * Rows and groups keep no state, and are keyed by their position: a letter more changes what they say, and
 * drawing anew is most of what it would cost to make others.
 *
 * One page: what was searched and how much there is, notes, then documents with their best rows. It stays
 * as it is while the next letter is typed.
 */
export const SearchResults = memo(function SearchResults({
  page,
  isWhole,
  onMore,
}: SearchResultsProps) {
  const { search } = useStrings();
  const { total, documentCount, millis } = page;
  // From its first frame on, for as long as the list stands.
  const isPainted = useAfterPaint(true) === true;
  const notes = isWhole ? page.notes : page.notes.slice(0, FIRST_ROWS);
  const groups = isWhole ? page.groups : takeRows(page.groups, FIRST_ROWS - notes.length);
  const unlisted = countUnlisted(page);
  return (
    <>
      <header className={styles['head']}>
        <h1 title={page.query}>{page.pinyinWord ?? page.query}</h1>
        <p hidden={total === 0}>
          {page.pinyinWord !== null && (
            <strong>{page.isFuzzy ? search.fuzzyPinyin : search.pinyin} · </strong>
          )}
          {search.summary({ total, documents: documentCount, millis })}
        </p>
        <PinyinWords page={page} />
        {page.isCut && <p role="status">{search.cut}</p>}
        {page.answeredBy === 'scan' && <ScanNotice progress={page.indexProgress} />}
        {page.togetherIn === 'section' && total > 0 && <p role="status">{search.sectionOnly}</p>}
      </header>
      {total === 0 && <EmptyResults page={page} />}
      {page.notes.length > 0 && (
        <section className={styles['group']} aria-labelledby="found-notes">
          <h2 id="found-notes">
            {search.myNotes} <small>{search.count({ count: page.noteCount })}</small>
          </h2>
          <ol>
            {notes.map((note) => (
              <li key={note.annotationId}>
                <NoteResult row={note} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {groups.map((group, index) => (
        <Group key={index} group={group} word={page.pinyinWord} hasTools={isPainted} />
      ))}
      {isWhole && unlisted > 0 && (
        <Button onClick={onMore} className={styles['more']}>
          {search.more({ count: Math.min(30, unlisted) })}
        </Button>
      )}
    </>
  );
});

/** The groups as far as they hold the first rows. */
function takeRows(groups: readonly DocumentGroup[], count: number): readonly DocumentGroup[] {
  const taken: DocumentGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    taken.push({ ...group, rows: group.rows.slice(0, left) });
    left -= group.rows.length;
  }
  return taken;
}

/** Why there is no index: it is on its way, or could not be written. */
function ScanNotice({ progress }: { readonly progress: number | null }) {
  const { search } = useStrings();
  if (progress === null) return <p role="status">{search.scanOnly}</p>;
  return (
    <p role="status">
      {search.scanning} <progress aria-label={search.scanning} value={progress} />
    </p>
  );
}

/** Other words that the letters can stand for. */
function PinyinWords({ page }: { readonly page: SearchPage }) {
  const { search } = useStrings();
  const read = useReadActions();
  if (page.pinyinWords.length === 0) return null;
  return (
    <p className={styles['words']}>
      {page.pinyinWord === null ? search.pinyinOf : search.alsoTry}
      {page.pinyinWords.map((word) => (
        <Chip
          key={word}
          onClick={() => {
            read().searchFor(word);
          }}
        >
          {word}
        </Chip>
      ))}
    </p>
  );
}

type GroupProps = {
  readonly group: DocumentGroup;
  readonly word: string | null;
  readonly hasTools: boolean;
};

function Group({ group, word, hasTools }: GroupProps) {
  const { search } = useStrings();
  const heading = `found-${group.documentId}`;
  return (
    <section className={styles['group']} aria-labelledby={heading}>
      <h2 id={heading}>
        {group.title} <small>{search.count({ count: group.count })}</small>
        <HitBar bar={group.bar} />
      </h2>
      <ol>
        {group.rows.map((row, index) => (
          <li key={index}>
            <SegmentResult row={row} title={group.title} word={word} hasTools={hasTools} />
          </li>
        ))}
      </ol>
    </section>
  );
}
