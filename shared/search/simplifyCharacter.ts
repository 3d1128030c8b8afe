import pairs from 'opencc-js/dict/TSCharacters';

let table: ReadonlyMap<string, string> | null = null;

/**
 * A traditional character's simplified form, or the character itself.
 * Character by character on purpose: converting phrases can change the length of the text, and with it
 * every offset. The table is read at the first call (about 2 ms), not at import.
 */
export function simplifyCharacter(character: string): string {
  table ??= readPairs();
  return table.get(character) ?? character;
}

function readPairs(): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const pair of pairs.split('|')) {
    const [traditional, simplified] = pair.split(' ');
    if (traditional !== undefined && simplified !== undefined) read.set(traditional, simplified);
  }
  return read;
}
