// Expected failures travel as values: every fallible function of the app gives a Result.
// A bug throws, and is caught once, where IPC calls arrive.

import type { AppErrorCode } from './appError.ts';

export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Failure = {
  readonly ok: false;
  readonly code: AppErrorCode;
  /** What the sentence of this code needs: a file name, a version. Never document or note text. */
  readonly detail: Readonly<Record<string, string | number>>;
};
export type Result<Value> = Ok<Value> | Failure;

/** Wraps a value as success. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** An expected failure; `detail` fills the places of the code's sentence in `shared/strings`. */
export function failure(
  code: AppErrorCode,
  detail: Readonly<Record<string, string | number>> = {},
): Failure {
  return { ok: false, code, detail };
}

/** Closes a `switch` over a union: a new member that nobody handled is a type error, and a throw at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
