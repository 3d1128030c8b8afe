import { rm } from 'node:fs/promises';
import { readProgram } from '../../electron/runProgram.ts';
import { StepFailure } from '../../electron/stepFailure.ts';

/** Writes `<file>.asc`, a detached signature by the key of that fingerprint; returns its path. */
export async function signWithGpg(file: string, fingerprint: string): Promise<string> {
  const signature = `${file}.asc`;
  await rm(signature, { force: true });
  const { exitCode, output } = await readProgram('gpg', [
    ...['--batch', '--yes', '--local-user', fingerprint, '--armor'],
    ...['--output', signature, '--detach-sign', file],
  ]);
  if (exitCode === 0) return signature;
  throw new StepFailure(
    `gpg could not sign ${file}.\n${output.trim()}`,
    'see that YANDU_GPG_KEY is the fingerprint of a secret key in this keyring.',
  );
}

/** Throws unless `<file>.asc` is that key's signature of these bytes. */
export async function verifyWithGpg(file: string, fingerprint: string): Promise<void> {
  const { exitCode, output } = await readProgram('gpg', [
    ...['--batch', '--status-fd', '1', '--verify', `${file}.asc`, file],
  ]);
  // Any key in the keyring would satisfy gpg itself.
  const signer = /^\[GNUPG:\] VALIDSIG (\S+).* (\S+)$/m.exec(output);
  const isOurs = signer?.slice(1).some((key) => key.endsWith(fingerprint.toUpperCase())) === true;
  if (exitCode === 0 && isOurs) return;
  throw new StepFailure(
    `${file}.asc is not this key's signature of ${file}.\n${output.trim()}`,
    'build and sign it again; do not hand it out.',
  );
}
