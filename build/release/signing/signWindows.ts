// electron-builder calls this for every .exe, .dll, .node and .msi when Windows programs are signed on
// another system: osslsigncode with the certificate file that WIN_CSC_LINK names.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readProgram } from '../../electron/runProgram.ts';
import { StepFailure } from '../../electron/stepFailure.ts';
import { verifyAuthenticode } from './verifyAuthenticode.ts';

/** Signs a file in place, and keeps the unsigned one when that fails. The name is electron-builder's. */
export async function sign({ path }: { readonly path: string }): Promise<void> {
  const certificate = process.env['WIN_CSC_LINK'] ?? process.env['CSC_LINK'] ?? '';
  const password = process.env['WIN_CSC_KEY_PASSWORD'] ?? process.env['CSC_KEY_PASSWORD'] ?? '';
  const timestampServer = process.env['YANDU_TIMESTAMP_SERVER'] ?? '';
  const work = await mkdtemp(join(dirname(path), '.signing-'));
  try {
    // Where everybody sees the arguments of programs, a password is not one.
    const passwordFile = join(work, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    const signed = join(work, 'signed');
    const { exitCode, output } = await readProgram('osslsigncode', [
      ...['sign', '-pkcs12', certificate, '-h', 'sha256'],
      ...(password === '' ? ['-pass', ''] : ['-readpass', passwordFile]),
      ...(timestampServer === '' ? [] : ['-ts', timestampServer]),
      ...['-n', 'Yandu', '-in', path, '-out', signed],
    ]);
    if (exitCode !== 0) {
      throw new StepFailure(
        `osslsigncode could not sign ${path}.\n${output.trim()}`,
        'see that WIN_CSC_LINK names a .pfx file and WIN_CSC_KEY_PASSWORD is its password.',
      );
    }
    await verifyAuthenticode(signed);
    await rename(signed, path);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
