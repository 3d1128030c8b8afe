import type { Ledger, RemovalReason } from './ledger.ts';
import { concat, type MappedText, slice } from './mappedText.ts';

/** Takes every match of a global pattern out of the piece and enters it in the ledger. */
export function cut(
  piece: MappedText,
  pattern: RegExp,
  reason: RemovalReason,
  ledger: Ledger,
): MappedText {
  const kept: MappedText[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(pattern)) {
    if (match[0] === '') continue;
    kept.push(slice(piece, from, match.index));
    from = match.index + match[0].length;
    ledger.remove(slice(piece, match.index, from), reason);
  }
  if (from === 0) return piece;
  return concat([...kept, slice(piece, from)]);
}
