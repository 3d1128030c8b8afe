// release.json: what a release folder says of itself. Covered by the signed checksums like every file.

import { parseJson } from './parseJson.ts';

export const RECORD_FILE = 'release.json';
export const FUSES_FILE = 'fuses.json';
export const NETWORK_REPORT = 'reports/network.json';
export const HARDENING_REPORT = 'reports/hardening.json';

/**
 * `release`: every finished file bears a signature that was verified. `unsigned`: made to look at.
 * `test`: lets the project's tests in, and is never to be installed.
 */
export type Profile = 'release' | 'unsigned' | 'test';

export type Artefact = {
  readonly file: string;
  /** Whose signature was verified when it was finished. */
  readonly signature: 'Authenticode' | 'Apple' | 'GPG' | 'none';
};

export type ReleaseRecord = {
  readonly format: 1;
  readonly name: string;
  readonly version: string;
  readonly profile: Profile;
  /** The commit it was built from; null outside a git working copy. */
  readonly commit: string | null;
  readonly builtAt: string;
  readonly electron: string;
  readonly artefacts: readonly Artefact[];
  /** What was asked for and could not be made, each with its reason. */
  readonly notMade: readonly string[];
};

/** The parts of the record by which a release is judged. Null when the text is no such record. */
export function readRecord(
  text: string,
): Pick<ReleaseRecord, 'name' | 'version' | 'profile' | 'artefacts'> | null {
  const record = parseJson(text);
  if (typeof record !== 'object' || record === null) return null;
  if (!('name' in record) || typeof record.name !== 'string') return null;
  if (!('version' in record) || typeof record.version !== 'string') return null;
  if (!('artefacts' in record) || !isArtefacts(record.artefacts)) return null;
  if (!('profile' in record) || !isProfile(record.profile)) return null;
  const { name, version, profile, artefacts } = record;
  return { name, version, profile, artefacts };
}

function isProfile(value: unknown): value is Profile {
  return value === 'release' || value === 'unsigned' || value === 'test';
}

function isArtefacts(value: unknown): value is readonly Artefact[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item: unknown) =>
        typeof item === 'object' &&
        item !== null &&
        'file' in item &&
        typeof item.file === 'string' &&
        'signature' in item &&
        typeof item.signature === 'string',
    )
  );
}
