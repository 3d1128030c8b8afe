import type { App, Dialog } from 'electron';
import { errorsEn } from '../shared/strings/errors.en.ts';
import { errorsZh } from '../shared/strings/errors.zh.ts';
import { complain } from './commands/terminal.ts';
import { faultPlace } from './log/faultPlace.ts';

/** EX_SOFTWARE (sysexits.h). */
const FAULT_EXIT_CODE = 70;

/**
 * The start failed before there was a window that could say so: the terminal gets the sentence, and whoever
 * started it by its icon gets it in a box. Then the program ends.
 */
export function endWithoutFace(app: App, dialog: Dialog, error: unknown): void {
  const detail = { folder: app.getPath('userData') };
  const sentences = [errorsZh.start_failed(detail), errorsEn.start_failed(detail)];
  for (const sentence of sentences) complain(sentence);
  complain(JSON.stringify(faultPlace(error)));
  // Linux has no boxes yet when the program is not ready; what Electron does instead is to print it again.
  if (app.isReady() || process.platform !== 'linux') {
    dialog.showErrorBox('研读 Yandu', sentences.join('\n\n'));
  }
  app.exit(FAULT_EXIT_CODE);
}
