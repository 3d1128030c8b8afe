import { basename } from 'node:path';
import { z } from 'zod';
import {
  type CheckProgress,
  checkProgressSchema,
  type PackReport,
  packReportSchema,
  refused,
} from '../../shared/packs/packReport.ts';

/** What a Node child process and Electron's utilityProcess have in common. */
export type CheckProcess = {
  /** Text as it comes, in any pieces: one JSON value a line. */
  readonly onText: (listener: (text: string) => void) => void;
  /** When the process is gone and all it said was heard. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

type SuperviseArgs = {
  readonly child: CheckProcess;
  readonly packPath: string;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly onProgress?: (progress: CheckProgress) => void;
  /** Ends the check before its time. */
  readonly signal?: AbortSignal;
};

export const MAX_REPORT_BYTES = 64 * 1024;
const saidSchema = z.union([checkProgressSchema, packReportSchema]);

/** A minute, and ten seconds more for every 100 MB. */
export function checkTimeLimit(packBytes: number): number {
  return 60_000 + Math.ceil(packBytes / 100_000_000) * 10_000;
}

/**
 * Waits for the report of a checking process and kills the process when its time is over or the reader
 * cancels: SQLite cannot be interrupted from within. Resolves when the process is gone and holds no
 * file any more; one that ends without a proper report has crashed.
 */
export function superviseCheck(args: SuperviseArgs): Promise<PackReport> {
  const { child, packPath, timeLimit, onProgress, signal } = args;
  const file = basename(packPath);
  return new Promise((resolve) => {
    let end: PackReport | null = null;
    let length = 0;
    let rest = '';
    const finish = (report: PackReport): void => {
      end ??= report;
      child.kill();
    };
    const timer = setTimeout(() => {
      finish(refused('timed_out', { file, seconds: Math.ceil(timeLimit / 1000) }));
    }, timeLimit);
    const cancel = (): void => {
      finish(refused('cancelled', { file }));
    };
    signal?.addEventListener('abort', cancel);
    child.onText((text) => {
      length += text.length;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = readLine(line);
        if (said?.status === 'checking') onProgress?.(said);
        else finish(said ?? refused('crashed', { file }));
      }
      if (length > MAX_REPORT_BYTES) finish(refused('crashed', { file }));
    });
    child.onExit(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(end ?? refused('crashed', { file }));
    });
    if (signal?.aborted === true) cancel();
  });
}

/** The report that a checking process printed at its end; null where it printed anything else. */
export function readReport(text: string): PackReport | null {
  const said = readLine(text.trimEnd().split('\n').at(-1) ?? '');
  return said === null || said.status === 'checking' ? null : said;
}

function readLine(line: string): z.infer<typeof saidSchema> | null {
  try {
    const said = saidSchema.safeParse(JSON.parse(line));
    return said.success ? said.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
