import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { SearchFilters, SearchPage } from '../../shared/ipc/searching.ts';
import { useSettings } from '../app/useSettings.ts';
import { ask } from '../app/useYandu.ts';
import { useSearchValue } from './searchContext.ts';
import { untilAnswered } from './untilAnswered.ts';

/** Rows of a page before one asks for more. */
export const PAGE_ROWS = 30;

type Asked = {
  readonly query: string;
  readonly filters: SearchFilters;
  readonly fuzzyPinyin: boolean;
  readonly limit: number;
};

/** How a page is asked for. Nothing is kept for later, since the next note may change the answer. */
export function searchPageOptions({ query, filters, fuzzyPinyin, limit }: Asked) {
  return queryOptions({
    queryKey: ['searchPack', query, filters, fuzzyPinyin, limit],
    // One that nobody looks at yet was asked for ahead of its letter; it may be of another length than the list.
    queryFn: ({ client, queryKey, signal }) =>
      untilAnswered(
        () => ask('searchPack', { query, filters, fuzzyPinyin, offset: 0, limit }),
        () => !signal.aborted && client.getQueryCache().find({ queryKey })?.isActive() === true,
      ),
    staleTime: 0,
    gcTime: 0,
  });
}

/** The page of the current query. The last page stays until the new one is there. */
export function useSearchPage(limit: number): UseQueryResult<SearchPage> {
  const query = useSearchValue((state) => state.query);
  const filters = useSearchValue((state) => state.filters);
  const { fuzzyPinyin } = useSettings();
  return useQuery({
    ...searchPageOptions({ query, filters, fuzzyPinyin, limit }),
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
    // While the index is being built, the same question is asked again until the index answers.
    refetchInterval: ({ state }) => ((state.data?.indexProgress ?? null) === null ? false : 1_000),
  });
}
