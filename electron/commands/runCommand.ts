import type { IsoTime } from '../../shared/domain/ids.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { errorsEn } from '../../shared/strings/errors.en.ts';
import { errorsZh } from '../../shared/strings/errors.zh.ts';
import type { LaunchOptions } from '../launchOptions.ts';
import { faultPlace } from '../log/faultPlace.ts';
import { checkPackInProcess } from './checkPackInProcess.ts';
import type { Command } from './command.ts';
import { exportDiagnostics } from './exportDiagnostics.ts';
import type { ProgramFacts } from './programFacts.ts';
import { sayVersion } from './sayVersion.ts';
import { selfTest } from './selfTest.ts';
import { complain } from './terminal.ts';
import { verifyPack } from './verifyPack.ts';

/**
 * Runs a command to its end and answers the exit code. Nothing here waits: the program has no window yet and
 * needs no screen, so that it runs from a remote shell and in an installer's script.
 */
export function runCommand(
  command: Command,
  options: LaunchOptions,
  facts: ProgramFacts,
  now: () => IsoTime,
): number {
  try {
    switch (command.kind) {
      case 'version':
        return sayVersion(facts);
      case 'verifyPack':
        return verifyPack(command.file, options, facts);
      case 'selfTest':
        return selfTest(facts, now);
      case 'exportDiagnostics':
        return exportDiagnostics(command.file, options, facts, now);
      case 'checkPack':
        return checkPackInProcess();
      default:
        return assertNever(command);
    }
  } catch (error) {
    for (const texts of [errorsZh, errorsEn]) complain(texts.unexpected());
    complain(JSON.stringify(faultPlace(error)));
    return 70;
  }
}
