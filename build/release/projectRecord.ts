import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../electron/projectPaths.ts';
import { readProgram } from '../electron/runProgram.ts';
import type { Profile, ReleaseRecord } from './verify/releaseRecord.ts';

const manifestSchema = z.object({ productName: z.string(), version: z.string() });

/** What release.json says before anything was packed. */
export async function startRecord(profile: Profile, electron: string): Promise<ReleaseRecord> {
  const { productName, version } = await readManifest();
  return {
    format: 1,
    name: productName,
    version,
    profile,
    commit: await readCommit(),
    builtAt: new Date().toISOString(),
    electron,
    artefacts: [],
    notMade: [],
  };
}

export async function projectVersion(): Promise<string> {
  return (await readManifest()).version;
}

async function readManifest(): Promise<z.infer<typeof manifestSchema>> {
  const text = await readFile(join(projectFolder, 'package.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text));
}

/** The commit, marked when the working copy is not what was committed. Null without git. */
export async function readCommit(): Promise<string | null> {
  const git = (args: readonly string[]): Promise<string | null> =>
    readProgram('git', args, { cwd: projectFolder }).then(
      ({ exitCode, output }) => (exitCode === 0 ? output.trim() : null),
      () => null,
    );
  const commit = await git(['rev-parse', 'HEAD']);
  const changes = await git(['status', '--porcelain']);
  return commit === null || changes === '' ? commit : `${commit} with changes`;
}
