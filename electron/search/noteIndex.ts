// The reader's notes are few beside the pack: they are kept folded in memory and read one after another.

import { assertNever } from '../../shared/domain/result.ts';
import type { AnnotationId, DocumentId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import type { NoteRow, NoteStanding } from '../../shared/ipc/searching.ts';
import { excerptAround } from '../../shared/search/excerptAround.ts';
import { foldKey } from '../../shared/search/fold.ts';
import { countOccurrences, findOccurrences } from '../../shared/search/occurrences.ts';
import type { Marking } from './composeRows.ts';
import { markText } from './composeRows.ts';

export type SearchableNote = {
  readonly id: AnnotationId;
  readonly text: string;
  /** The document that it is about; null for none. */
  readonly documentId: DocumentId | null;
  /** Where its passage is; null unless it has one that stands in this edition. */
  readonly place: Place | null;
  readonly standing: NoteStanding;
};

/** Where notes come from. */
export type NoteSource = {
  /** All that are not in the bin, newest first. Yields where the work may pause. */
  readonly listNotes: () => Generator<void, readonly SearchableNote[]>;
  /** Differs once any note may have changed. */
  readonly version: () => number;
};

export type NoteIndex = {
  /** Notes that hold what is marked and nothing excluded. */
  readonly find: (
    marking: Marking,
    excluded: readonly string[],
  ) => Generator<void, readonly NoteRow[]>;
};

type FoldedNote = SearchableNote & { readonly key: string };

/** Notes are read when a search finds that they may have changed, and folded once for each text. */
export function createNoteIndex(source: NoteSource): NoteIndex {
  let folded = new Map<AnnotationId, FoldedNote>();
  let version: number | null = null;

  const refresh = function* (): Generator<void> {
    const current = source.version();
    if (current === version) return;
    const next = new Map<AnnotationId, FoldedNote>();
    for (const note of yield* source.listNotes()) {
      const known = folded.get(note.id);
      next.set(note.id, {
        ...note,
        key: known?.text === note.text ? known.key : foldKey(note.text),
      });
    }
    folded = next;
    version = current;
  };

  return {
    *find(marking, excluded) {
      yield* refresh();
      return [...folded.values()].flatMap((note) => {
        const count = countIn(note, marking);
        if (count === 0 || excluded.some((word) => note.key.includes(word))) return [];
        return [
          {
            kind: 'note',
            annotationId: note.id,
            documentId: note.documentId,
            place: note.place,
            standing: note.standing,
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
