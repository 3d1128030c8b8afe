import type { Removal } from './ledger.ts';
import type { MappedText } from './mappedText.ts';

export type Account =
  | { readonly ok: true; readonly removals: readonly Removal[] }
  | { readonly ok: false; readonly detail: string };

const KEPT = 1;
const REMOVED = 2;

/**
 * Proves that every unit of the source stands once in the documents or once among the removals. White
 * space that stands in neither is removed as a line break or as padding. Neighbouring removals with
 * one reason become one.
 */
export function accountFor(
  source: string,
  documents: readonly MappedText[],
  removals: readonly Removal[],
): Account {
  const state = new Uint8Array(source.length);
  for (const document of documents) {
    for (const origin of document.origins) {
      for (let at = 0; at < origin.length; at += 1) {
        const unit = origin.source + at;
        if (state[unit] !== 0) return { ok: false, detail: `${place(source, unit)} stands twice` };
        if (source[unit] !== document.text[origin.start + at]) {
          return { ok: false, detail: `${place(source, unit)} was altered` };
        }
        state[unit] = KEPT;
      }
    }
  }
  const complete: Removal[] = [];
  for (const removal of removals) {
    for (let unit = removal.start; unit < removal.end; unit += 1) {
      if (state[unit] !== 0) {
        return { ok: false, detail: `${place(source, unit)} is kept and removed` };
      }
      state[unit] = REMOVED;
    }
    complete.push(removal);
  }
  for (let unit = 0; unit < source.length; unit += 1) {
    if (state[unit] !== 0) continue;
    const character = source.charAt(unit);
    if (!/\s/u.test(character) && character !== '\u0085') {
      return { ok: false, detail: `${place(source, unit)} is lost` };
    }
    const reason = /[\n\r\u0085\u2028\u2029]/.test(character) ? 'line_break' : 'padding';
    complete.push({ start: unit, end: unit + 1, reason });
  }
  return { ok: true, removals: mergeNeighbours(complete) };
}

function mergeNeighbours(removals: readonly Removal[]): readonly Removal[] {
  const merged: Removal[] = [];
  for (const removal of [...removals].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last?.end === removal.start && last.reason === removal.reason) {
      merged[merged.length - 1] = { ...last, end: removal.end };
    } else {
      merged.push(removal);
    }
  }
  return merged;
}

function place(source: string, unit: number): string {
  const line = source.slice(0, unit).split(/\r\n|[\n\r\u0085\u2028\u2029\v]/).length;
  return `line ${String(line)}: ${JSON.stringify(source.slice(unit, unit + 12))}`;
}
