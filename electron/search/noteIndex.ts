// The reader's notes are few beside the pack: they are kept folded in memory and read one after another.

import { assertNever } from '../../shared/domain/result.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import type { NoteRow } from '../../shared/ipc/searching.ts';
import { excerptAround } from '../../shared/search/excerptAround.ts';
import { foldKey } from '../../shared/search/fold.ts';
import { countOccurrences, findOccurrences } from '../../shared/search/occurrences.ts';
import type { Marking } from './composeRows.ts';
import { markText } from './composeRows.ts';

export type SearchableNote = {
  readonly id: AnnotationId;
  readonly text: string;
  readonly place: Place | null;
};

/** Where notes come from. */
export type NoteSource = {
  /** All that are not in the bin, newest first. */
  readonly listNotes: () => readonly SearchableNote[];
  /** Differs once any note may have changed. */
  readonly version: () => number;
};

export type NoteIndex = {
  /** Notes that hold what is marked and nothing excluded. */
  readonly find: (marking: Marking, excluded: readonly string[]) => readonly NoteRow[];
};

type FoldedNote = SearchableNote & { readonly key: string };

/** Notes are read when a search finds that they may have changed, and folded once for each text. */
export function createNoteIndex(source: NoteSource): NoteIndex {
  let folded = new Map<AnnotationId, FoldedNote>();
  let version: number | null = null;

  const refresh = (): void => {
    const next = new Map<AnnotationId, FoldedNote>();
    for (const note of source.listNotes()) {
      const known = folded.get(note.id);
      next.set(note.id, {
        ...note,
        key: known?.text === note.text ? known.key : foldKey(note.text),
      });
    }
    folded = next;
  };

  return {
    find(marking, excluded) {
      const current = source.version();
      if (current !== version) refresh();
      version = current;
      return [...folded.values()].flatMap((note) => {
        const count = countIn(note, marking);
        if (count === 0 || excluded.some((word) => note.key.includes(word))) return [];
        return [
          {
            kind: 'note',
            annotationId: note.id,
            place: note.place,
            count,
            excerpt: excerptAround(
              note.text,
              marking.kind === 'segments' ? [] : markText(note.text, marking),
            ),
          },
        ];
      });
    },
  };
}

function countIn(note: FoldedNote, marking: Marking): number {
  switch (marking.kind) {
    case 'segments':
      return 1;
    case 'literal':
      return countOccurrences(note.text, marking.text);
    case 'words':
      return findOccurrences(note.key, marking.groups)?.ranges.length ?? 0;
    default:
      return assertNever(marking);
  }
}
