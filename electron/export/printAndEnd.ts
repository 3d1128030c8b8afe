// The PDF half of the handout command: the staged program prints one handout without a window of its own.
// Development and test builds only; a release takes no switches.

import { app } from 'electron';
import { handoutCopySchema } from '../../shared/domain/handout.ts';
import { handoutIdSchema } from '../../shared/domain/ids.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { composeSource } from '../db/composeSource.ts';
import { findHandout } from '../db/own/handout.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import { createHandoutPrinter } from './handoutPrinter.ts';
import { writeAtomically } from './writeAtomically.ts';

type PrintArgs = {
  readonly db: BriefingDb;
  /** `<id>,<copy>,<file>` */
  readonly request: string;
  readonly policy: Policy;
  /** The folder of the built window. */
  readonly assets: string;
};

/** Ends the program with 0 when the file is written, else with 1. */
export async function printAndEnd({ db, request, policy, assets }: PrintArgs): Promise<void> {
  const [id, copy, ...path] = request.split(',');
  const handout = findHandout(db, handoutIdSchema.parse(id));
  const mayLeave =
    handout !== null &&
    listAllowedFormats(db, policy, { kind: 'handout', id: handout.id }).includes('pdf');
  if (!mayLeave) {
    app.exit(1);
    return;
  }
  // The print window is the only one: its end must not end the program before the file is written.
  app.on('before-quit', (event) => {
    event.preventDefault();
  });
  const model = composeHandout(handout, composeSource(db), handoutCopySchema.parse(copy));
  const { pdf, fonts } = await createHandoutPrinter(null, assets).toPdf(model);
  const written = await writeAtomically(path.join(','), pdf);
  if (written.ok) process.stdout.write(`fonts: ${fonts.map(({ name }) => name).join(', ')}\n`);
  else process.stderr.write(`${written.code}\n`);
  app.exit(written.ok ? 0 : 1);
}
