// The process that checks a pack: request in the first argument; it answers with one JSON value a line,
// progress first and the report last. Runs under Node, and in Electron as a utilityProcess, whose
// standard output is none on Windows: there it speaks through its port.

import { writeSync } from 'node:fs';
import type { CheckProgress, PackReport } from '../../shared/packs/packReport.ts';
import { checkPack } from './checkPack.ts';
import { checkRequestSchema } from './checkRequest.ts';

const STANDARD_OUTPUT = 1;

function say(value: CheckProgress | PackReport): void {
  const line = `${JSON.stringify(value)}\n`;
  if ('parentPort' in process) process.parentPort.postMessage(line);
  else writeSync(STANDARD_OUTPUT, line);
}

const request = checkRequestSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
say(checkPack(request, say));
