import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ElectronRuntime } from '../electron/electronRuntime.ts';
import { stageApp } from '../electron/stageApp.ts';
import { say } from '../electron/stepFailure.ts';
import { writeDocuments } from './documents/writeDocuments.ts';
import { packDeb } from './packDeb.ts';
import { asReleaseFolder, packTestBuild, testBuildFolder } from './packTestBuild.ts';
import { projectVersion, startRecord } from './projectRecord.ts';
import { writeChecksums } from './writeChecksums.ts';

/**
 * Makes what a release has out of the test build, by the same steps and with TEST in its name: the unpacked
 * program, a .deb of it, and the documents. Signed by nobody. Beside it, to compare, the program as a release has it.
 *
 * @returns its folder.
 */
export async function makeTestRelease(runtime: ElectronRuntime): Promise<string> {
  await packTestBuild(runtime);
  await stageApp('release', runtime);
  await packTestBuild(runtime, { folder: asReleaseFolder, buildKind: 'release' });
  const folder = join(testBuildFolder, 'release-TEST');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const packedFolder = join(testBuildFolder, 'linux-unpacked');

  say('Packing a .deb of it with dpkg-deb');
  const version = await projectVersion();
  const deb = await packDeb({ programFolder: packedFolder, version, outFolder: folder });

  say('Writing the documents of a release');
  const record = await startRecord('test', runtime.version);
  await writeDocuments({
    folder,
    packedFolder,
    runtime,
    record: { ...record, artefacts: [{ file: basename(deb), signature: 'none' }] },
  });
  await writeChecksums(folder, { releaseKey: null, gpgKey: null });
  return folder;
}
