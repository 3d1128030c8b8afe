import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CHECK_NODE_OPTIONS, type CheckRequest } from './checkRequest.ts';
import type { CheckProcess } from './superviseCheck.ts';

/** Starts the checking process under Node, for the terminal; it gets nothing of our environment. */
export function startNodeCheck(request: CheckRequest): CheckProcess {
  const program = fileURLToPath(new URL('./checkPackChild.ts', import.meta.url));
  return checkProcessOf(
    spawn(process.execPath, [...CHECK_NODE_OPTIONS, program, JSON.stringify(request)], {
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    }),
  );
}

/** A child process of Node's, as the supervisor knows it. */
export function checkProcessOf(child: ChildProcess): CheckProcess {
  return {
    onText: (listener) => child.stdout?.setEncoding('utf8').on('data', listener),
    // Not `exit`: the report may still stand in the pipe then.
    onExit: (listener) => child.on('close', listener),
    kill: () => child.kill('SIGKILL'),
  };
}
