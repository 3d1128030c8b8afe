import type { UtilityProcess } from 'electron';

/** Ends it at once. Electron's own `kill` asks politely, which an endless query does not hear. */
export function endProcess(child: UtilityProcess): void {
  if (child.pid === undefined) {
    child.once('spawn', () => {
      endProcess(child);
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
