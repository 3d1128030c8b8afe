import type { utilityProcess } from 'electron';
import { childEnvironment } from '../childEnvironment.ts';
import { endProcess } from '../endProcess.ts';
import { CHECK_NODE_OPTIONS, type CheckRequest } from './checkRequest.ts';
import type { CheckProcess } from './superviseCheck.ts';

/**
 * Starts the checking process beside the window, from its own bundle. `electron` is Electron's
 * own maker of such processes; the process gets no more of our environment than it needs to run.
 */
export function startUtilityCheck(
  electron: typeof utilityProcess,
  program: string,
  request: CheckRequest,
): CheckProcess {
  const child = electron.fork(program, [JSON.stringify(request)], {
    env: childEnvironment(process.platform, process.env),
    execArgv: [...CHECK_NODE_OPTIONS],
    stdio: 'ignore',
    serviceName: 'yandu-check',
  });
  return {
    onText: (listener) =>
      child.on('message', (message: unknown) => {
        if (typeof message === 'string') listener(message);
      }),
    onExit: (listener) => child.once('exit', listener),
    kill: () => {
      endProcess(child);
    },
  };
}
