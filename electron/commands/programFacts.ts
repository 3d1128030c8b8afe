// What commands are told of the program they run in.

import type { Machine } from '../prepareGround.ts';

export type ProgramFacts = {
  readonly machine: Machine;
  readonly version: string;
  readonly electronShipped: string;
  /** The pack that comes with the program, and its SHA-256 in hex; empty where the build ships none. */
  readonly packPath: string;
  readonly packSha256: string;
  readonly nativeBinding: string | null;
  /** Starts this very program again with other arguments of its own. */
  readonly ownArguments: readonly string[];
};
