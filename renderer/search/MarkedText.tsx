import type { Excerpt } from '../../shared/ipc/searching.ts';

/** An excerpt with its hits as marks; every glyph is the document's own. */
export function MarkedText({ text, marks, cutBefore, cutAfter }: Excerpt) {
  const pieces = marks.flatMap((mark, index) => [
    text.slice(marks[index - 1]?.end ?? 0, mark.start),
    <mark key={mark.start}>{text.slice(mark.start, mark.end)}</mark>,
  ]);
  return (
    <>
      {cutBefore && <span aria-hidden>…</span>}
      {pieces}
      {text.slice(marks.at(-1)?.end ?? 0)}
      {cutAfter && <span aria-hidden>…</span>}
    </>
  );
}
