// npm run pack: seeds -> pack. Exit code 0: built and proved; 1: some input was left out or the check
// failed; 2: nothing was built.

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { buildPack } from './buildPack.ts';
import { reportCheck } from './check/reportCheck.ts';
import { reportPack } from './reportPack.ts';
import { readPrivateKey } from './sign/keyPair.ts';
import { removeSignature, signPack } from './sign/signPack.ts';
import { writePack } from './write/writePack.ts';

function main(): number {
  const { values } = parseArgs({
    options: {
      in: { type: 'string', default: 'seeds' },
      out: { type: 'string', default: 'dist/briefing.yandu' },
      sign: { type: 'string' },
      'valid-until': { type: 'string' },
    },
  });
  const target = resolve(values.out);
  const privateKey = values.sign === undefined ? null : readPrivateKey(values.sign);
  const validUntil = values['valid-until'] ?? null;
  if (validUntil !== null && !z.iso.date().safeParse(validUntil).success) {
    throw new Error('No pack was built: --valid-until takes a day of the calendar, as 2027-12-31.');
  }
  let announced = performance.now();
  const pack = buildPack(resolve(values.in), (file, done, total) => {
    if (performance.now() - announced < 1000) return;
    announced = performance.now();
    console.log(`building ${String(done + 1)} of ${String(total)}: ${file}`);
  });
  for (const line of reportPack(pack)) console.log(line);
  if (pack.sources.length === 0) {
    console.error('No pack was written: no input could be built.');
    return 2;
  }
  console.log('writing the pack with its index, and proving it');
  mkdirSync(dirname(target), { recursive: true });
  const report = writePack(target, pack.manifest, pack.sources);
  for (const line of reportCheck(report)) console.log(line);
  if (report.problems.length > 0) {
    console.error('No pack was written: the check failed.');
    return 2;
  }
  removeSignature(target);
  console.log(`wrote ${values.out}`);
  if (privateKey !== null) {
    const signature = signPack({ packPath: target, privateKey, signedAt: new Date(), validUntil });
    console.log(`signed: ${signature}`);
  }
  return pack.errors.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
