// Long work on files that is done beside the window: what it is given, and what it answers.

import { z } from 'zod';
import { appErrorCodes } from '../../shared/domain/appError.ts';
import { recoverySchema } from '../../shared/ipc/rescuing.ts';
import type { BackUpArgs } from '../db/backup/backUpWork.ts';
import type { RecoverArgs } from '../db/rescue/recoverBriefing.ts';

export type Chore =
  | ({ readonly kind: 'backUp' } & BackUpArgs)
  | ({ readonly kind: 'recover' } & Omit<RecoverArgs, 'migrations'>)
  | { readonly kind: 'check'; readonly path: string; readonly nativeBinding: string | null };

const failureSchema = z
  .strictObject({
    ok: z.literal(false),
    code: z.enum(appErrorCodes),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .readonly();

function resultOf<Value extends z.ZodType>(value: Value) {
  return z.union([z.strictObject({ ok: z.literal(true), value }).readonly(), failureSchema]);
}

/** What comes back is read like any message: damaged files are looked into there. */
export const choreResults = {
  backUp: resultOf(z.null()),
  recover: resultOf(recoverySchema),
  check: resultOf(z.strictObject({ isSound: z.boolean() }).readonly()),
} as const satisfies Record<Chore['kind'], z.ZodType>;

export type ChoreResult<Kind extends Chore['kind']> = z.infer<(typeof choreResults)[Kind]>;
