import { readProgram } from '../../electron/runProgram.ts';
import { StepFailure } from '../../electron/stepFailure.ts';

/**
 * Throws unless a Windows file bears a signature that belongs to its bytes, by a certificate this machine
 * trusts (or, off Windows, one whose roots YANDU_WINDOWS_CA names).
 */
export async function verifyAuthenticode(file: string): Promise<void> {
  const { exitCode, output } =
    process.platform === 'win32'
      ? await readProgram('powershell', [
          ...['-NoProfile', '-NonInteractive', '-Command'],
          `if ((Get-AuthenticodeSignature -LiteralPath '${file.replaceAll("'", "''")}').Status -ne 'Valid') { exit 1 }`,
        ])
      : await readProgram('osslsigncode', ['verify', ...trustedRoots(), '-in', file]);
  if (exitCode === 0) return;
  throw new StepFailure(
    `${file} bears no valid signature.\n${output.trim()}`,
    'sign it again; where the certificate is your own, let YANDU_WINDOWS_CA name its root.',
  );
}

function trustedRoots(): readonly string[] {
  const roots = process.env['YANDU_WINDOWS_CA'];
  return roots === undefined || roots === '' ? [] : ['-CAfile', roots];
}
