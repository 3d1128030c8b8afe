import { readFileSync } from 'node:fs';
import { checkPack } from '../packs/checkPack.ts';
import { checkRequestSchema } from '../packs/checkRequest.ts';
import { say } from './terminal.ts';

const STANDARD_INPUT = 0;

/** `yandu --check-pack`, started by `--verify-pack`: request on standard input, report on standard output. */
export function checkPackInProcess(): number {
  const request = checkRequestSchema.parse(JSON.parse(readFileSync(STANDARD_INPUT, 'utf8')));
  say(JSON.stringify(checkPack(request, () => undefined)));
  return 0;
}
