import type { DraftDocument } from '../../build/pack/draft.ts';
import type { Removal } from '../../build/pack/text/ledger.ts';

/** Places of a source whose character is lost, or stands twice; white space may be left out. */
export function unaccounted(
  source: string,
  documents: readonly DraftDocument[],
  removals: readonly Removal[],
): readonly number[] {
  const used = new Uint8Array(source.length);
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) used[at] = (used[at] ?? 0) + 1;
  };
  for (const { start, end } of removals) take(start, end);
  for (const { segments } of documents) {
    for (const { text } of segments) {
      for (const { source: from, length } of text.origins) take(from, from + length);
    }
  }
  return [...used.keys()].filter((at) => {
    const times = used[at] ?? 0;
    return times > 1 || (times === 0 && source.charAt(at).trim() !== '');
  });
}
