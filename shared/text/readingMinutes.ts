/** Characters a minute in careful silent reading of Chinese prose; studies give 300 to 500. */
const CHARACTERS_A_MINUTE = 400;

/** Whole minutes, at least one for any text. */
export function readingMinutes(characters: number): number {
  return characters <= 0 ? 0 : Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE));
}
