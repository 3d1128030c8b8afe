import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signWithGpg } from './signing/gpg.ts';
import type { SigningEnvironment } from './signing/signingEnvironment.ts';
import { CHECKSUM_FILE, printChecksums, SIGNATURE_FILE, sumFolder } from './verify/checksumList.ts';
import { readReleaseKey, signChecksums } from './verify/signChecksums.ts';

/** The last thing written into a release folder: what is in it, and who says so, with the keys at hand. */
export async function writeChecksums(
  folder: string,
  { releaseKey, gpgKey }: Pick<SigningEnvironment, 'releaseKey' | 'gpgKey'>,
): Promise<void> {
  const file = join(folder, CHECKSUM_FILE);
  const list = Buffer.from(printChecksums(await sumFolder(folder)), 'utf8');
  await writeFile(file, list);
  if (releaseKey !== null) {
    const key = readReleaseKey(await readFile(releaseKey, 'utf8'));
    await writeFile(join(folder, SIGNATURE_FILE), signChecksums(list, key));
  }
  if (gpgKey !== null) await signWithGpg(file, gpgKey);
}
