import type { UtilityProcess, utilityProcess } from 'electron';
import { CHECK_NODE_OPTIONS, type CheckRequest } from './checkRequest.ts';
import type { CheckProcess } from './superviseCheck.ts';

/**
 * Starts the checking process beside the window, from its own bundle. `electron` is Electron's
 * own maker of such processes; the process gets nothing of our environment.
 */
export function startUtilityCheck(
  electron: typeof utilityProcess,
  program: string,
  request: CheckRequest,
): CheckProcess {
  const child = electron.fork(program, [JSON.stringify(request)], {
    env: {},
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
      end(child);
    },
  };
}

/** Electron's own `kill` asks politely, which an endless query does not hear. */
function end(child: UtilityProcess): void {
  if (child.pid === undefined) {
    child.once('spawn', () => {
      end(child);
    });
    return;
  }
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch (error) {
    // It has just ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
