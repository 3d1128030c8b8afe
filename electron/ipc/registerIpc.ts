import type { z } from 'zod';
import type { AppErrorCode } from '../../shared/domain/appError.ts';
import { failure, type Failure, type Result } from '../../shared/domain/result.ts';

/** What of Electron's `ipcMain` is used, so that the door can be tested without a window. */
type Handle<Event> = (
  channel: string,
  listener: (event: Event, input: unknown) => Promise<Result<unknown>>,
) => void;

/** An error is a bug. */
export type Fault = { readonly error: unknown } | { readonly code: AppErrorCode };

type AnyHandler = (input: never) => Result<unknown> | Promise<Result<unknown>>;

export type RegisterIpcArgs<Event> = {
  readonly handle: Handle<Event>;
  readonly contract: Readonly<Record<string, { readonly input: z.ZodType }>>;
  /** What is not among them gets a typed answer too: this window has no use for it. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** True for the main frame of our own window on our own scheme. */
  readonly isTrusted: (event: Event) => boolean;
  /** Told of every bug, and of every failure that was expected; never gets what the reader typed. */
  readonly report: (channel: string, fault: Fault) => void;
  /** Called when the briefing's disk is full; true when there is more room now. */
  readonly makeRoom: () => boolean;
};

/**
 * The only way into main: sender check, parse, handler, `Result`. The only catch-all of the program:
 * what a handler throws is a bug, is reported, and becomes `unexpected`. When the disk is full, room is made and
 * the handler called once more, since its transaction was rolled back; what the disk does to SQLite nevertheless
 * has failures of its own.
 */
export function registerIpc<Event>({
  handle,
  contract,
  handlers,
  isTrusted,
  report,
  makeRoom,
}: RegisterIpcArgs<Event>): void {
  for (const channel of Object.keys(handlers)) {
    if (!(channel in contract)) throw new Error(`no such channel: ${channel}`);
  }
  for (const [channel, schema] of Object.entries(contract)) {
    const handler = handlers[channel];
    handle(channel, async (event, input) => {
      if (!isTrusted(event)) return failure('sender_untrusted');
      const parsed = schema.input.safeParse(input);
      if (!parsed.success || handler === undefined) return failure('input_invalid', { channel });
      try {
        const result = await withRoom(() => handler(parsed.data as never), makeRoom);
        if (!result.ok) report(channel, { code: result.code });
        return result;
      } catch (error) {
        report(channel, { error });
        return failureOf(error) ?? failure('unexpected', { channel });
      }
    });
  }
}

async function withRoom<Value>(
  step: () => Value | Promise<Value>,
  makeRoom: () => boolean,
): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (!isDiskFull(error) || !makeRoom()) throw error;
    return await step();
  }
}

function isDiskFull(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_FULL';
}

/** Null for a bug. After `briefing_torn` the next start looks at the reader's tables and offers to recover them. */
function failureOf(error: unknown): Failure | null {
  if (isDiskFull(error)) return failure('disk_full');
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CORRUPT')) return failure('briefing_torn');
  // A stick that was pulled out, a share that is gone, a quota that is used up.
  return /^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code) ? failure('disk_failed') : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
