import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ElectronRuntime } from '../../electron/electronRuntime.ts';
import { projectFolder } from '../../electron/projectPaths.ts';
import { BILL_FILE } from '../verify/bill.ts';
import { findPrograms } from '../verify/findPrograms.ts';
import {
  FUSES_FILE,
  HARDENING_REPORT,
  NETWORK_REPORT,
  RECORD_FILE,
} from '../verify/releaseRecord.ts';
import type { ReleaseRecord } from '../verify/releaseRecord.ts';
import { composeBill } from './billOfMaterials.ts';
import { bundleVerifier } from './bundleVerifier.ts';
import { composeLicenceList } from './licenceList.ts';
import { readRuntimeParts } from './runtimeParts.ts';
import { listShippedPackages } from './shippedPackages.ts';

type DocumentsArgs = {
  readonly folder: string;
  /** Where the programs lie unpacked, as electron-builder left them. */
  readonly packedFolder: string;
  readonly runtime: ElectronRuntime;
  readonly record: ReleaseRecord;
};

const reportSchema = z.looseObject({ status: z.string(), commit: z.string().nullable() });

const out = join(projectFolder, 'out');
// Where `npm run test:network` and `npm test` leave them.
const reports: readonly (readonly [from: string, to: string])[] = [
  [join(out, 'network', 'report.json'), NETWORK_REPORT],
  [join(out, 'test', 'hardening.json'), HARDENING_REPORT],
];

/** Writes everything an admin asks for beside the installers: what is in it, what was checked, how to use it. */
export async function writeDocuments(args: DocumentsArgs): Promise<void> {
  const { folder, record } = args;
  const packages = await listShippedPackages();
  const parts = await readRuntimeParts(args.runtime);
  const licence = await readFile(join(projectFolder, 'LICENSE'), 'utf8');
  const bill = await composeBill({
    name: record.name,
    version: record.version,
    builtAt: new Date(record.builtAt),
    packages,
    runtime: parts,
  });
  await mkdir(join(folder, 'reports'), { recursive: true });
  await writeFile(join(folder, BILL_FILE), bill);
  await writeFile(join(folder, 'licences.txt'), composeLicenceList(packages, parts, licence));
  await writeJson(join(folder, FUSES_FILE), await findPrograms(args.packedFolder));
  for (const [from, to] of reports) {
    await writeJson(join(folder, to), await readReport(from, record.commit));
  }
  await cp(join(projectFolder, 'build', 'resources', 'admin'), join(folder, 'admin'), {
    recursive: true,
  });
  await bundleVerifier(folder);
  await writeJson(join(folder, RECORD_FILE), record);
}

/** The report, if it was made for this very commit; a check of another program says nothing about this one. */
async function readReport(file: string, commit: string | null): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { status: 'not run', why: 'there is no report of it.' };
  const report = reportSchema.parse(JSON.parse(text));
  if (report.commit === commit) return report;
  return {
    status: 'not run',
    why: `it was run for ${report.commit ?? 'no commit'}, not for this.`,
  };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
