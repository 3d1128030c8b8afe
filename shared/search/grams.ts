// The grams of a key are its characters and its pairs of neighbouring characters (code points).

/** Stands between grams where FlexSearch takes one string; folding drops control characters, so no gram has it. */
export const GRAM_SEPARATOR = '\u0001';

/** What the index holds of one segment: every character and every pair, each once. */
export function listIndexGrams(key: string): readonly string[] {
  const grams = new Set<string>();
  let previous = '';
  for (const character of key) {
    grams.add(character);
    if (previous !== '') grams.add(previous + character);
    previous = character;
  }
  return [...grams];
}

/** What a query asks for: its pairs, or its only character. */
export function listQueryGrams(key: string): readonly string[] {
  const characters = [...key];
  const [only] = characters;
  if (characters.length === 1 && only !== undefined) return [only];
  const pairs = new Set<string>();
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    if (next !== undefined) pairs.add(character + next);
  });
  return [...pairs];
}

/** True when the posting list of the key's only gram is the answer itself, with nothing left to verify. */
export function isOneGram(key: string): boolean {
  return key !== '' && [...key].length <= 2;
}
