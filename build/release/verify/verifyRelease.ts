import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { BILL_FILE, checkBill } from './bill.ts';
import {
  CHECKSUM_FILE,
  GPG_SIGNATURE_FILE,
  parseChecksums,
  SIGNATURE_FILE,
  sumFolder,
} from './checksumList.ts';
import type { Checksums } from './checksumList.ts';
import { compareFuses, isTestFuses } from './fuses.ts';
import type { FoundProgram } from './findPrograms.ts';
import { findPrograms } from './findPrograms.ts';
import { readProgramsInside } from './openPackages.ts';
import { readRecordedFuses } from './recordedFuses.ts';
import { HARDENING_REPORT, NETWORK_REPORT, readRecord, RECORD_FILE } from './releaseRecord.ts';
import { isSignedBy } from './signChecksums.ts';

export type Verdict =
  | { readonly status: 'verified'; readonly found: readonly string[] }
  | { readonly status: 'refused'; readonly reasons: readonly string[] };

/**
 * Checks a release folder from outside: who made it, that nothing was changed, added or taken away, that it
 * says what is in it, and that its programs have the fuses of a release. Reads only; runs nothing in it.
 *
 * @param publicKey the project's release key, got by another way than the folder; null where there is none
 *   at hand, which is a reason to refuse.
 */
export async function verifyRelease(folder: string, publicKey: KeyObject | null): Promise<Verdict> {
  if (!existsSync(folder)) return refused([`there is no folder ${folder}.`]);
  const test = await findTestBuild(folder);
  if (test !== null) return refused([test]);

  const list = await readFile(join(folder, CHECKSUM_FILE)).catch(() => null);
  if (list === null)
    return refused([`there is no ${CHECKSUM_FILE} here; it is no release folder.`]);
  const unsigned = await checkSignature(folder, list, publicKey);
  if (unsigned !== null) return refused([unsigned]);

  let listed: Checksums;
  try {
    listed = parseChecksums(list.toString('utf8'));
  } catch (error) {
    return refused([error instanceof Error ? error.message : String(error)]);
  }
  const reasons = compareSums(listed, await sumFolder(folder));
  // What was changed is not worth reading.
  if (reasons.length > 0) return refused(reasons);
  return checkContents(folder, listed);
}

async function checkSignature(
  folder: string,
  list: Buffer,
  publicKey: KeyObject | null,
): Promise<string | null> {
  const signature = await readFile(join(folder, SIGNATURE_FILE)).catch(() => null);
  if (signature === null) return `there is no ${SIGNATURE_FILE}; nobody vouches for these files.`;
  if (publicKey === null) {
    return 'the signature was not checked: name the public key of the project with --key.';
  }
  if (isSignedBy(list, signature, publicKey)) return null;
  return `${SIGNATURE_FILE} was not made by this key for this ${CHECKSUM_FILE}: one of the three is not the project's.`;
}

function compareSums(listed: Checksums, found: Checksums): readonly string[] {
  const missing = [...listed.keys()].filter((path) => !found.has(path));
  const extra = [...found.keys()].filter((path) => !listed.has(path));
  const altered = [...listed].filter(([path, sum]) => (found.get(path) ?? sum) !== sum);
  return [
    ...altered.map(([path]) => `${path} was altered.`),
    ...missing.map((path) => `${path} is missing.`),
    ...extra.map((path) => `${path} does not belong to the release.`),
  ];
}

async function checkContents(folder: string, listed: Checksums): Promise<Verdict> {
  const read = async (path: string): Promise<string> =>
    listed.has(path) ? readFile(join(folder, path), 'utf8') : '';
  const record = readRecord(await read(RECORD_FILE));
  if (record === null) return refused([`${RECORD_FILE} does not say what this release is.`]);

  const fuses = await checkFuses(
    folder,
    record.artefacts.map(({ file }) => file),
  );
  const reasons = [
    ...(record.profile === 'test' ? [testSentence(RECORD_FILE)] : []),
    ...(record.profile === 'unsigned'
      ? ['it was built without the release profile: its files bear no publisher’s signature.']
      : []),
    ...record.artefacts.flatMap(({ file, signature }) => [
      ...(listed.has(file) ? [] : [`${file} is named in ${RECORD_FILE} and is not here.`]),
      ...(signature === 'none' ? [`${file} bears no publisher’s signature.`] : []),
    ]),
    ...(record.artefacts.length === 0 ? ['it holds no program.'] : []),
    ...checkBill(await read(BILL_FILE)),
    ...fuses.reasons,
    ...checkReport(NETWORK_REPORT, await read(NETWORK_REPORT)),
    ...checkReport(HARDENING_REPORT, await read(HARDENING_REPORT)),
  ];
  if (reasons.length > 0) return refused(reasons);
  return {
    status: 'verified',
    found: [
      `${record.name} ${record.version}: ${listed.size} files, each as the signed list says.`,
      ...record.artefacts.map(({ file, signature }) => `${file} (${signature})`),
      ...fuses.looked,
      ...(existsSync(join(folder, GPG_SIGNATURE_FILE))
        ? [`${GPG_SIGNATURE_FILE} was not looked at; "gpg --verify" does that.`]
        : []),
    ],
  };
}

async function checkFuses(
  folder: string,
  artefacts: readonly string[],
): Promise<{ readonly reasons: readonly string[]; readonly looked: readonly string[] }> {
  const recorded = await readRecordedFuses(folder);
  if (recorded.length === 0)
    return { reasons: ['the fuses of its programs are unknown.'], looked: [] };
  const reasons = recorded.flatMap((program) => faultsOf(program));
  const looked: string[] = [];
  for (const artefact of artefacts) {
    const inside = await readProgramsInside(join(folder, artefact)).catch(() => null);
    if (inside === null) {
      looked.push(`${artefact}: fuses as recorded when it was built; it cannot be opened here.`);
    } else if (inside.length === 0) {
      reasons.push(`${artefact} holds no program.`);
    } else {
      reasons.push(...inside.flatMap((program) => faultsOf(program)));
      looked.push(`${artefact}: fuses read from the program inside.`);
    }
  }
  return { reasons, looked };
}

function faultsOf({ file, fuses }: FoundProgram): readonly string[] {
  return fuses.flatMap((table) =>
    isTestFuses(table) ? [testSentence(file)] : compareFuses(table).map((why) => `${file}: ${why}`),
  );
}

function checkReport(path: string, text: string): readonly string[] {
  const status = /"status":\s*"([^"]+)"/.exec(text)?.[1] ?? 'missing';
  return status === 'passed' ? [] : [`${path} says "${status}", not "passed".`];
}

/** A test build, whatever it is called: by a name in it, or by the fuse that lets a debugger in. */
async function findTestBuild(folder: string): Promise<string | null> {
  const names = await readdir(folder, { recursive: true });
  const named = [basename(folder), ...names].find((name) => /(?:^|[^A-Za-z])TEST/.test(name));
  if (named !== undefined) return testSentence(named);
  const program = (await findPrograms(folder)).find(({ fuses }) => fuses.some(isTestFuses));
  return program === undefined ? null : testSentence(program.file);
}

function testSentence(what: string): string {
  return `this is a TEST build (${what}). It lets debuggers in and is for the project's own tests: never install it or hand it out.`;
}

function refused(reasons: readonly string[]): Verdict {
  return { status: 'refused', reasons };
}
