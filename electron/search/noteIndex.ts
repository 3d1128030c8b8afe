// The reader's notes are few beside the pack: they are kept folded in memory and read one after another.

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

/** Where notes come from: all that are not in the bin, newest first. */
export type NoteSource = { readonly listNotes: () => readonly SearchableNote[] };

export type NoteIndex = {
  /** Notes that hold what is marked and nothing excluded. */
  readonly find: (marking: Marking, excluded: readonly string[]) => readonly NoteRow[];
  /** Call it after every change to a note: the next search reads them again. */
  readonly changed: () => void;
};

type FoldedNote = SearchableNote & { readonly key: string };

/** Notes are read at the first search, and folded once for each text. */
export function createNoteIndex(source: NoteSource): NoteIndex {
  let folded = new Map<AnnotationId, FoldedNote>();
  let isCurrent = false;

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
    isCurrent = true;
  };

  return {
    find(marking, excluded) {
      if (marking.kind === 'segments') return [];
      if (!isCurrent) refresh();
      return [...folded.values()].flatMap((note) => {
        const count = countIn(note, marking);
        if (count === 0 || excluded.some((word) => note.key.includes(word))) return [];
        return [
          {
            kind: 'note',
            annotationId: note.id,
            place: note.place,
            count,
            excerpt: excerptAround(note.text, markText(note.text, marking)),
          },
        ];
      });
    },
    changed() {
      isCurrent = false;
    },
  };
}

function countIn(note: FoldedNote, marking: Marking): number {
  if (marking.kind === 'literal') return countOccurrences(note.text, marking.text);
  if (marking.kind === 'words')
    return findOccurrences(note.key, marking.groups)?.ranges.length ?? 0;
  return 0;
}
