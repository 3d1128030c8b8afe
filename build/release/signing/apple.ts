import { readProgram } from '../../electron/runProgram.ts';
import { StepFailure, say } from '../../electron/stepFailure.ts';

/**
 * Has Apple look at a finished image or installer and staples the answer to it, so that a Mac that is never
 * on line can check it. electron-builder did the same with the program inside.
 */
export async function notarise(file: string): Promise<void> {
  say(`Notarising ${file}`);
  const key = (name: string): string => process.env[name] ?? '';
  await must('xcrun', [
    ...['notarytool', 'submit', file, '--wait', '--key', key('APPLE_API_KEY')],
    ...['--key-id', key('APPLE_API_KEY_ID'), '--issuer', key('APPLE_API_ISSUER')],
  ]);
  await must('xcrun', ['stapler', 'staple', file]);
}

/** Throws unless a .dmg or .pkg is signed and carries Apple's answer. */
export async function verifyApple(file: string): Promise<void> {
  if (file.endsWith('.pkg')) await must('pkgutil', ['--check-signature', file]);
  else await must('codesign', ['--verify', '--strict', '--verbose=2', file]);
  await must('xcrun', ['stapler', 'validate', file]);
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await readProgram(command, args);
  if (exitCode === 0) return;
  throw new StepFailure(
    `${command} ${args[0] ?? ''} failed.\n${output.trim()}`,
    'read the lines above; the Developer ID and the Apple API key come from the environment.',
  );
}
