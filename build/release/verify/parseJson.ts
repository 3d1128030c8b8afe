/** The value of a JSON text; null where it is none. Its own, for nothing outside this folder is needed to verify. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
