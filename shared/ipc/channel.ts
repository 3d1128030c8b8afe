// What a channel is: a name, what goes in, what comes out. Everything else is derived from it.

import type { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { JsonText } from './jsonText.ts';

/** Input is parsed where it arrives, in main; the output schema gives the renderer its type and the tests their check. */
export type Channel = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Its answer goes to the page as it is: bytes have no JSON. */
  readonly holdsBytes?: true;
};
export type ChannelTable = Readonly<Record<string, Channel>>;

export type InputOf<One extends Channel> = z.infer<One['input']>;
export type OutputOf<One extends Channel> = z.infer<One['output']>;

/** How main answers a table of channels. */
export type Handlers<Table extends ChannelTable> = {
  readonly [Name in keyof Table]: (
    input: InputOf<Table[Name]>,
  ) => Result<OutputOf<Table[Name]>> | Promise<Result<OutputOf<Table[Name]>>>;
};

/** An answer on its way to the page. */
type SentAnswer<One extends Channel> = One extends { readonly holdsBytes: true }
  ? Result<OutputOf<One>>
  : JsonText<Result<OutputOf<One>>>;

/** How the renderer calls it: one function a channel. */
export type Bridge<Table extends ChannelTable> = {
  readonly [Name in keyof Table]: (input: InputOf<Table[Name]>) => Promise<SentAnswer<Table[Name]>>;
};
