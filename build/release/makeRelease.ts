import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron/electronRuntime.ts';
import { buildPackWhenChanged } from '../electron/prepare.ts';
import { packFile, projectFolder } from '../electron/projectPaths.ts';
import { runProgram } from '../electron/runProgram.ts';
import { stageApp } from '../electron/stageApp.ts';
import { say, StepFailure } from '../electron/stepFailure.ts';
import { writeDocuments } from './documents/writeDocuments.ts';
import { writeLicences } from './documents/writeLicences.ts';
import { readCommit, startRecord } from './projectRecord.ts';
import { signArtefact } from './signing/signArtefact.ts';
import {
  builderSigningArgs,
  listMissingSigning,
  readSigningEnvironment,
} from './signing/signingEnvironment.ts';
import type { SigningEnvironment } from './signing/signingEnvironment.ts';
import { packTarget, targetsOf } from './targets.ts';
import type { Artefact, ReleaseRecord } from './verify/releaseRecord.ts';
import { readReleaseKey } from './verify/signChecksums.ts';
import { verifyRelease } from './verify/verifyRelease.ts';
import { writeChecksums } from './writeChecksums.ts';

const releaseFolder = join(projectFolder, 'out', 'release');
const packingFolder = join(projectFolder, 'out', 'packing');
const finished = /\.(?:exe|msi|dmg|pkg|deb|rpm|AppImage)$/;

/**
 * Makes the release folder for the machine at hand. With `mustBeSigned` nothing is made unless everything
 * can be signed, and the folder must pass `dist:verify` in the end.
 */
export async function makeRelease(
  runtime: ElectronRuntime,
  { mustBeSigned }: { readonly mustBeSigned: boolean },
): Promise<number> {
  const signing = readSigningEnvironment(process.env);
  if (mustBeSigned) refuseUnfit(signing, await readCommit());
  await buildPackWhenChanged();
  await signPack(signing);
  const appFolder = await stageApp('release', runtime);
  await writeLicences(runtime);

  for (const folder of [releaseFolder, packingFolder]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const notMade = await packTargets(appFolder, signing, mustBeSigned);
  const artefacts = await collectArtefacts(signing, mustBeSigned);
  const record: ReleaseRecord = {
    ...(await startRecord(mustBeSigned ? 'release' : 'unsigned', runtime.version)),
    artefacts,
    notMade,
  };

  say('Writing the bill of materials, licences, fuses and reports');
  await writeDocuments({ folder: releaseFolder, packedFolder: packingFolder, runtime, record });
  await writeChecksums(releaseFolder, signing);
  await checkRelease(signing, mustBeSigned);
  if (notMade.length === 0) return 0;
  throw new StepFailure(
    `these targets were not made, the others are in out/release.\n${notMade.join('\n')}`,
    'electron-builder fetches the tools of these targets; run it where they can be reached.',
  );
}

/** Says at once what would make the release fail in the end. */
function refuseUnfit(signing: SigningEnvironment, commit: string | null): void {
  const missing = listMissingSigning(process.platform, signing);
  if (missing.length > 0) {
    throw new StepFailure(
      `a release must be signed, and cannot be.\n${missing.join('\n')}`,
      'set these variables (the admin guide lists them), or leave out --release for a build to look at.',
    );
  }
  if (commit !== null && !commit.includes(' ')) return;
  throw new StepFailure(
    'a release is built from a commit, and this working copy is not one.',
    'commit what was changed, or build in a fresh clone.',
  );
}

async function signPack({ packKey }: SigningEnvironment): Promise<void> {
  if (packKey === null) return;
  say('Signing the pack');
  const args = [join('build', 'pack', 'cli.ts'), '--sign', packKey, '--out', packFile];
  const exitCode = await runProgram(process.execPath, args, { cwd: projectFolder });
  if (exitCode === 0) return;
  throw new StepFailure(
    'the pack could not be signed.',
    'see that YANDU_PACK_KEY names a private key made by "npm run keys".',
  );
}

async function packTargets(
  appFolder: string,
  signing: SigningEnvironment,
  mustBeSigned: boolean,
): Promise<readonly string[]> {
  const notMade: string[] = [];
  const signingArgs = [
    ...builderSigningArgs(process.platform, signing),
    ...(mustBeSigned ? ['-c.forceCodeSigning=true'] : []),
    // Apple is asked only where there is a key to ask with.
    ...(signing.apple ? [] : ['-c.mac.notarize=false']),
  ];
  for (const target of targetsOf(process.platform)) {
    say(`Packing ${target.name}`);
    const why = await packTarget({ target, appFolder, outFolder: packingFolder, signingArgs });
    if (why === null) continue;
    say(`  It was not made: ${why}`);
    notMade.push(`${target.name}: ${why}`);
  }
  return notMade;
}

async function collectArtefacts(
  signing: SigningEnvironment,
  mustBeSigned: boolean,
): Promise<readonly Artefact[]> {
  const artefacts: Artefact[] = [];
  for (const name of (await readdir(packingFolder)).filter((one) => finished.test(one)).sort()) {
    const file = join(releaseFolder, name);
    await cp(join(packingFolder, name), file);
    const signature = await signArtefact(file, signing);
    say(`  ${name}: ${signature === 'none' ? 'not signed' : `${signature} signature verified`}`);
    if (mustBeSigned && signature === 'none') {
      throw new StepFailure(
        `${name} is not signed, and a release must be.`,
        'see the variables for this system in the admin guide.',
      );
    }
    artefacts.push({ file: name, signature });
  }
  return artefacts;
}

/** A release leaves this machine only when it passes the check that its receivers make. */
async function checkRelease(
  { releaseKey }: SigningEnvironment,
  mustBeSigned: boolean,
): Promise<void> {
  if (releaseKey === null) {
    say('The list of checksums is not signed: YANDU_RELEASE_KEY names no key.');
    return;
  }
  const publicKey = createPublicKey(readReleaseKey(readFileSync(releaseKey, 'utf8')));
  const verdict = await verifyRelease(releaseFolder, publicKey);
  if (verdict.status === 'verified') {
    for (const line of verdict.found) say(`  ${line}`);
    return;
  }
  if (!mustBeSigned) {
    say(`dist:verify would refuse it:\n  ${verdict.reasons.join('\n  ')}`);
    return;
  }
  throw new StepFailure(
    `out/release does not pass dist:verify.\n${verdict.reasons.join('\n')}`,
    'run "npm test" and "npm run test:network" before, so that their reports are there; then build again.',
  );
}
