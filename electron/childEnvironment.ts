/**
 * What a process of ours is given of the environment: nothing, but on Windows where the system and the folder for
 * temporary files are. Without these SQLite would write its own into the system's folder, and may not.
 */
export function childEnvironment(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (platform !== 'win32') return {};
  return Object.fromEntries(
    ['SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
