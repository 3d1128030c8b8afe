// The process that checks a pack: request in the first argument, report as one line of JSON on its
// output. It has no other way to speak, so the same file runs under Node and in a utilityProcess.

import { writeSync } from 'node:fs';
import { checkPack } from './checkPack.ts';
import { checkRequestSchema } from './checkRequest.ts';

const request = checkRequestSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const STANDARD_OUTPUT = 1;
writeSync(STANDARD_OUTPUT, `${JSON.stringify(checkPack(request))}\n`);
