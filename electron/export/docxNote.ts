// A reader's note in a Word file: bold runs, and lists that Word knows as lists.

import { LevelFormat, Paragraph, type INumberingOptions } from 'docx';
import type { ModelNote } from '../../shared/handout/handoutModel.ts';
import { docxRuns, runFont } from './docxText.ts';

const listName = 'handout-note';

/** The one kind of list there is. Its indents stand in the style of its items. */
export const noteNumbering: INumberingOptions = {
  config: [
    {
      reference: listName,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { run: { font: runFont('HandoutNoteItem') } },
        },
      ],
    },
  ],
};

/** A paragraph for each line of the note. */
export function noteParagraphs(note: ModelNote): Paragraph[] {
  return note.map(({ isItem, runs }) => {
    const style = isItem ? 'HandoutNoteItem' : 'HandoutNote';
    return new Paragraph({
      style,
      ...(isItem ? { numbering: { reference: listName, level: 0 } } : {}),
      children: runs.flatMap(({ isStrong, text }) =>
        docxRuns(style, text, isStrong ? { bold: true } : {}),
      ),
    });
  });
}
