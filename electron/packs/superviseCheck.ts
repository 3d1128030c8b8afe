import { basename } from 'node:path';
import { type PackReport, packReportSchema, refused } from '../../shared/packs/packReport.ts';

/** What a Node child process and Electron's utilityProcess have in common. */
export type CheckProcess = {
  readonly stdout: { on: (event: 'data', listener: (chunk: Buffer) => void) => unknown } | null;
  readonly on: (event: 'exit', listener: () => void) => unknown;
  readonly kill: () => unknown;
};

export const MAX_REPORT_BYTES = 64 * 1024;

/** A minute, and ten seconds more for every 100 MB. */
export function checkTimeLimit(packBytes: number): number {
  return 60_000 + Math.ceil(packBytes / 100_000_000) * 10_000;
}

/**
 * Waits for the report of a checking process and kills the process when its time (milliseconds) is over:
 * SQLite cannot be interrupted from within. A process that ends without a proper report has crashed.
 */
export function superviseCheck(
  child: CheckProcess,
  packPath: string,
  timeLimit: number,
): Promise<PackReport> {
  const file = basename(packPath);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill();
    }, timeLimit);
    child.stdout?.on('data', (chunk) => {
      size += chunk.length;
      if (size > MAX_REPORT_BYTES) child.kill();
      else chunks.push(chunk);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      if (isLate) resolve(refused('timed_out', { file, seconds: Math.ceil(timeLimit / 1000) }));
      else
        resolve(readReport(Buffer.concat(chunks).toString('utf8')) ?? refused('crashed', { file }));
    });
  });
}

/** The report that a checking process printed; null where it printed anything else. */
export function readReport(text: string): PackReport | null {
  try {
    const report = packReportSchema.safeParse(JSON.parse(text));
    return report.success ? report.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
