// The system's file dialogs. Paths stay in main: the window only hears the name of what was written.

import { dialog, type BrowserWindow } from 'electron';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Dialogs = {
  /** Where to write; null when the reader changed their mind. */
  readonly askSaveName: (request: {
    readonly name: string;
    readonly label: string;
    readonly extension: string;
  }) => Promise<string | null>;
  /** What to open; null when the reader changed their mind. */
  readonly askOpenFile: (request: {
    readonly label: string;
    readonly extensions: readonly string[];
  }) => Promise<string | null>;
};

/** Dialogs over a window; test builds answer them from `exportFolder`, since no test can press a system dialog. */
export function createDialogs(
  window: () => BrowserWindow | null,
  exportFolder: string | null,
): Dialogs {
  if (exportFolder !== null) return answersFrom(exportFolder);
  return {
    async askSaveName({ name, label, extension }) {
      const options = {
        defaultPath: name,
        filters: [{ name: label, extensions: [extension] }],
      };
      const parent = window();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
    async askOpenFile({ label, extensions }) {
      const options = {
        properties: ['openFile' as const],
        filters: [{ name: label, extensions: [...extensions] }],
      };
      const parent = window();
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

function answersFrom(folder: string): Dialogs {
  return {
    askSaveName: ({ name }) => Promise.resolve(join(folder, name)),
    askOpenFile({ extensions }) {
      const files = existsSync(folder) ? readdirSync(folder) : [];
      const [newest] = files
        .filter((name) => extensions.some((extension) => name.endsWith(`.${extension}`)))
        .map((name) => join(folder, name))
        .toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
      return Promise.resolve(newest ?? null);
    },
  };
}
