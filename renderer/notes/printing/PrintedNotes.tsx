import type { Tag } from '../../../shared/domain/annotation.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import type { Strings } from '../../../shared/strings/zh.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { NoteText } from '../writing/NoteText.tsx';
import type { PrintedNote } from './listPrintedNotes.ts';
import styles from './PrintedNotes.module.css';
import { usePrintedNotes } from './PrintedNotesProvider.tsx';

/** The notes under a printed text: the margin has no room on paper. */
export function PrintedNotes() {
  const { notes } = useStrings();
  const printed = usePrintedNotes();
  const { data: tags = [] } = useAnswer('listTags', {});
  if (printed.length === 0) return null;
  return (
    <section className={styles['notes']}>
      <h2>{notes.printedNotes}</h2>
      <ul className={styles['list']}>
        {printed.map((one) => (
          <li key={one.annotation.id} className={styles['note']}>
            {one.number !== null && <p className={styles['ordinal']}>{one.number}</p>}
            <p className={styles['about']}>
              {[aboutOf(one, notes), ...factsOf(one, tags, notes)].join(' · ')}
            </p>
            <NoteText body={one.annotation.note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function aboutOf({ about }: PrintedNote, notes: Strings['notes']): string {
  switch (about.kind) {
    case 'passage':
      return shortened(about.quote);
    case 'section':
      return notes.onSection(about.title);
    case 'document':
      return notes.onDocument;
    default:
      return assertNever(about);
  }
}

/** Type, tags and who wrote it. */
function factsOf(
  { annotation: { type, tagIds, author } }: PrintedNote,
  tags: readonly Tag[],
  notes: Strings['notes'],
): readonly string[] {
  const names = tags.filter(({ id }) => tagIds.includes(id)).map(({ name }) => `#${name}`);
  return [...(type === null ? [] : [notes.types[type]]), ...names, ...(author ? [author] : [])];
}

/** Characters. The passage itself stands above; this is to recognise it. */
const QUOTE_LENGTH = 40;

function shortened(quote: string): string {
  const characters = [...quote.replaceAll(/\s+/gu, ' ')];
  if (characters.length <= QUOTE_LENGTH) return characters.join('');
  return `${characters.slice(0, QUOTE_LENGTH).join('')}……`;
}
