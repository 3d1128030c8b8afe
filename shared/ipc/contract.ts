// The one contract between the processes. A channel that is not here does not exist.

import { annotatingChannels } from './annotating.ts';
import { appChannels } from './app.ts';
import type { Bridge } from './channel.ts';
import { exchangingChannels } from './exchanging.ts';
import { handoutChannels } from './handouts.ts';
import { packsChannels } from './packs.ts';
import { policyChannels } from './policy.ts';
import { readingChannels } from './reading.ts';
import { rescuingChannels } from './rescuing.ts';
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
  ...rescuingChannels,
  ...policyChannels,
  ...packsChannels,
} as const;

export type Contract = typeof contract;
/** What a window with an open briefing can ask; the ways out of one that cannot be opened are left out. */
export type OpenContract = Omit<Contract, keyof typeof rescuingChannels>;
export type ChannelName = keyof Contract;
export type YanduBridge = Bridge<Contract>;
