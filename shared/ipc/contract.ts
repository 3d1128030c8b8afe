// The one contract between the processes. A channel that is not here does not exist.

import { annotatingChannels } from './annotating.ts';
import { appChannels } from './app.ts';
import type { Bridge } from './channel.ts';
import { exchangingChannels } from './exchanging.ts';
import { handoutChannels } from './handouts.ts';
import { packsChannels } from './packs.ts';
import { policyChannels } from './policy.ts';
import { readingChannels } from './reading.ts';
import { searchingChannels } from './searching.ts';
import { upkeepChannels } from './upkeep.ts';

export const contract = {
  ...appChannels,
  ...readingChannels,
  ...searchingChannels,
  ...annotatingChannels,
  ...exchangingChannels,
  ...handoutChannels,
  ...upkeepChannels,
  ...policyChannels,
  ...packsChannels,
} as const;

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type YanduBridge = Bridge<Contract>;
