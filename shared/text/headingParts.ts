import type { TextRange } from '../domain/place.ts';

/** The looks a heading can have; finer than its rank, which only counts from the top of its document. */
export type HeadingForm = 'title' | 'part' | 'chapter' | 'section' | 'attachment' | 'minor';

export type HeadingParts = {
  readonly form: HeadingForm;
  /** The printed number (第四章), as a range of the heading's text; null where none is printed. */
  readonly number: TextRange | null;
  /** The rest without the blanks between. */
  readonly title: TextRange;
};

const printedNumber =
  /^(第[〇零一二三四五六七八九十百千\d]+([篇编卷部章节])|附件[〇一二三四五六七八九十\d]*)[\s　：:]*/;

const formOfMark: Readonly<Record<string, HeadingForm>> = {
  篇: 'part',
  编: 'part',
  卷: 'part',
  部: 'part',
  章: 'chapter',
  节: 'section',
};

/**
 * How a heading is set: 篇 and 章 with their number on a line of its own, 节 in one line, a document's
 * title large. Ranges count from the start of `text`; number and title together leave out blanks only.
 */
export function headingParts(text: string, level: number): HeadingParts {
  const match = printedNumber.exec(text);
  const [all = '', number = '', mark = ''] = match ?? [];
  // 附件 alone, or a number with nothing after it, is the whole title.
  if (!match || all.length === text.length) {
    return { form: formOf(level, number), number: null, title: { start: 0, end: text.length } };
  }
  return {
    form: formOfMark[mark] ?? 'attachment',
    number: { start: 0, end: number.length },
    title: { start: all.length, end: text.length },
  };
}

function formOf(level: number, number: string): HeadingForm {
  if (number.startsWith('附件')) return 'attachment';
  if (level === 1) return 'title';
  return level === 2 ? 'section' : 'minor';
}
