// What a channel is: a name, what goes in, what comes out. Everything else is derived from it.

import type { z } from 'zod';
import type { Result } from '../domain/result.ts';

/** Input is parsed where it arrives, in main; the output schema gives the renderer its type and the tests their check. */
export type Channel = { readonly input: z.ZodType; readonly output: z.ZodType };
export type ChannelTable = Readonly<Record<string, Channel>>;

export type InputOf<One extends Channel> = z.infer<One['input']>;
export type OutputOf<One extends Channel> = z.infer<One['output']>;

/** How main answers a table of channels. */
export type Handlers<Table extends ChannelTable> = {
  readonly [Name in keyof Table]: (
    input: InputOf<Table[Name]>,
  ) => Result<OutputOf<Table[Name]>> | Promise<Result<OutputOf<Table[Name]>>>;
};

/** How the renderer calls it: one function a channel. */
export type Bridge<Table extends ChannelTable> = {
  readonly [Name in keyof Table]: (
    input: InputOf<Table[Name]>,
  ) => Promise<Result<OutputOf<Table[Name]>>>;
};
