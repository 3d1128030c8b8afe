/** Where in the program something went wrong, without the error's message, which may quote what it failed on. */
export type FaultPlace = {
  /** `TypeError`, or the code of the system or of SQLite: `SQLITE_CORRUPT`. */
  readonly fault: string;
  /** Function, file, line and column, the innermost first; no folders, which may hold a person's name. */
  readonly at: readonly string[];
};

const MOST_FRAMES = 12;
const frame = /^\s+at (?:(?<name>[\w.$<># [\]]{1,80}) \()?.*?(?<place>[\w.-]{1,60}:\d+:\d+)\)?$/;

export function faultPlace(error: unknown): FaultPlace {
  if (!(error instanceof Error)) return { fault: 'not an error', at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const at = (error.stack ?? '').split('\n').flatMap((line) => {
    const { name = '', place } = frame.exec(line)?.groups ?? {};
    return place === undefined ? [] : [`${name} ${place}`.trim()];
  });
  return { fault: /^\w{1,60}$/.test(code) ? code : 'Error', at: at.slice(0, MOST_FRAMES) };
}
