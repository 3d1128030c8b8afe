import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SearchPage } from '../../shared/ipc/searching.ts';
import { useSettings } from '../app/useSettings.ts';
import { ask } from '../app/useYandu.ts';
import { useSearch } from './searchContext.ts';

/**
 * The page of the current query. The last page stays until the new one is there; nothing is kept for
 * later, since the next note may change the answer.
 */
export function useSearchPage(limit: number): UseQueryResult<SearchPage> {
  const { query, filters } = useSearch();
  const { fuzzyPinyin } = useSettings();
  return useQuery({
    queryKey: ['searchPack', query, filters, fuzzyPinyin, limit],
    queryFn: async ({ signal }) => {
      for (;;) {
        const answer = await ask('searchPack', { query, filters, fuzzyPinyin, offset: 0, limit });
        if (answer.status === 'page') return answer;
        signal.throwIfAborted();
      }
    },
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    // While the index is being built, the same question is asked again until the index answers.
    refetchInterval: ({ state }) => ((state.data?.indexProgress ?? null) === null ? false : 1_000),
  });
}
