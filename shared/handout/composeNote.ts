// A reader's note as it stands in a handout. Its light Markdown is read here, once for every format.

import { assertNever } from '../domain/result.ts';
import { citeLink } from '../notes/citeLink.ts';
import { parseNote, type NoteInline } from '../notes/parseNote.ts';
import type { ComposeSource } from './composeSource.ts';
import type { ModelNote, NoteRun } from './handoutModel.ts';
import { handoutWords as words } from './handoutWords.ts';

/**
 * The lines of a note under its quotation, the word that announces it before the first: bold stays bold,
 * lists stay lists, a link becomes what it is called. Null where nothing is written.
 */
export function composeNote(body: string, { findDocument }: ComposeSource): ModelNote | null {
  const runsOf = (inlines: readonly NoteInline[]): readonly NoteRun[] =>
    joinRuns(
      inlines.map((inline) => {
        switch (inline.kind) {
          case 'text':
            return { isStrong: false, text: inline.text };
          case 'strong':
            return { isStrong: true, text: inline.text };
          case 'link':
            return { isStrong: false, text: citeLink(inline.link, findDocument) };
          default:
            return assertNever(inline);
        }
      }),
    );
  const lines = parseNote(body).flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ isItem: false, runs: runsOf(block.inlines) }]
      : block.items.map((item) => ({ isItem: true, runs: runsOf(item) })),
  );
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const prompt = { isStrong: false, text: words.prompt };
  return first.isItem
    ? [{ isItem: false, runs: [prompt] }, ...lines]
    : [{ isItem: false, runs: joinRuns([prompt, ...first.runs]) }, ...others];
}

/** Neighbours of one weight become one run: no format has to tell two bold runs from one. */
function joinRuns(runs: readonly NoteRun[]): readonly NoteRun[] {
  const joined: NoteRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.isStrong === run.isStrong) {
      joined[joined.length - 1] = { ...run, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}
