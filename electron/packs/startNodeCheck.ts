import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CheckRequest } from './checkRequest.ts';
import type { CheckProcess } from './superviseCheck.ts';

/** Starts the checking process under Node, for the terminal; it gets nothing of our environment. */
export function startNodeCheck(request: CheckRequest): CheckProcess {
  const program = fileURLToPath(new URL('./checkPackChild.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', program, JSON.stringify(request)],
    { env: {}, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  );
  return {
    stdout: child.stdout,
    // Not `exit`: the report may still stand in the pipe then.
    on: (_event, listener) => child.on('close', listener),
    kill: () => child.kill('SIGKILL'),
  };
}
