import { StepFailure } from '../../electron/stepFailure.ts';
import type { Artefact } from '../verify/releaseRecord.ts';
import { notarise, verifyApple } from './apple.ts';
import { signWithGpg, verifyWithGpg } from './gpg.ts';
import type { SigningEnvironment } from './signingEnvironment.ts';
import { verifyAuthenticode } from './verifyAuthenticode.ts';

/**
 * Adds what electron-builder does not (GPG on Linux, Apple's answer on the finished image) and verifies the
 * signature of a finished file. Answers whose it is; `none` when nothing here can sign it.
 */
export async function signArtefact(
  file: string,
  signing: SigningEnvironment,
): Promise<Artefact['signature']> {
  switch (/\.([A-Za-z]+)$/.exec(file)?.[1]) {
    case 'exe':
    case 'msi':
      if (signing.windows === null) return 'none';
      await verifyAuthenticode(file);
      return 'Authenticode';
    case 'dmg':
    case 'pkg':
      if (!signing.apple) return 'none';
      await notarise(file);
      await verifyApple(file);
      return 'Apple';
    case 'deb':
    case 'rpm':
    case 'AppImage':
      if (signing.gpgKey === null) return 'none';
      await signWithGpg(file, signing.gpgKey);
      await verifyWithGpg(file, signing.gpgKey);
      return 'GPG';
    default:
      throw new StepFailure(`${file} is no installer this build knows.`, 'see signArtefact.ts.');
  }
}
