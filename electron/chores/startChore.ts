import type { utilityProcess } from 'electron';
import { childEnvironment } from '../childEnvironment.ts';
import { endProcess } from '../endProcess.ts';
import { choreResults, type Chore, type ChoreResult } from './chore.ts';

/** A damaged file may be read without end. Milliseconds. */
const TIME_LIMIT = 10 * 60_000;

/** Does a chore; null where it crashed, took too long, or gave no answer of ours. */
export type DoChore = <Kind extends Chore['kind']>(
  chore: Extract<Chore, { readonly kind: Kind }>,
) => Promise<ChoreResult<Kind> | null>;

/**
 * Does chores beside the window, each in a process of its own. `electron` is Electron's own maker of such
 * processes; they get no more of our environment than they need to run.
 */
export function startChores(electron: typeof utilityProcess, program: string): DoChore {
  return (chore) =>
    new Promise((resolve) => {
      const child = electron.fork(program, [], {
        env: childEnvironment(process.platform, process.env),
        stdio: 'ignore',
        serviceName: 'yandu-chore',
      });
      const timer = setTimeout(() => {
        endProcess(child);
      }, TIME_LIMIT);
      let answer: unknown = null;
      child.once('message', (message: unknown) => {
        answer = message;
        child.postMessage('end');
      });
      child.once('exit', () => {
        clearTimeout(timer);
        const result = choreResults[chore.kind].safeParse(answer);
        resolve(result.success ? (result.data as ChoreResult<typeof chore.kind>) : null);
      });
      child.postMessage(chore);
    });
}
