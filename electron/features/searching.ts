import { z } from 'zod';
import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { searchingChannels } from '../../shared/ipc/searching.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { findSetting, putSetting } from '../db/briefing/setting.ts';
import { createSearcher } from '../search/createSearcher.ts';
import { openNoteSource } from '../search/noteSource.ts';
import type { FeatureDeps } from './featureDeps.ts';

const RECENT_KEY = 'recent_searches';
const RECENT_LENGTH = 20;
const recentSchema = z.array(z.string()).catch([]);

/** Searching: pages of results, the hits of one document, and the recent searches of this briefing. */
export function createSearchingHandlers({
  db,
}: Pick<FeatureDeps, 'db'>): Handlers<typeof searchingChannels> {
  const searcher = createSearcher({ db, notes: openNoteSource(db) });
  return {
    searchPack: async (request) => ok(await searcher.search(request)),
    listHitRanges: async ({ documentId, ...request }) =>
      ok(await searcher.listHitRanges(request, documentId)),
    listRecentSearches: () => {
      // What the empty box shows: a query follows. It meets what goes wrong here, and says so.
      searcher.prepare().catch(() => undefined);
      return ok(listRecent(db));
    },
    rememberSearch: ({ query }) => {
      const others = listRecent(db).filter((one) => one !== query);
      const recent = [query, ...others].slice(0, RECENT_LENGTH);
      putSetting(db, RECENT_KEY, recent);
      return ok(recent);
    },
    clearRecentSearches: () => {
      putSetting(db, RECENT_KEY, []);
      return ok(null);
    },
  };
}

function listRecent(db: BriefingDb): readonly string[] {
  return recentSchema.parse(findSetting(db, RECENT_KEY));
}
