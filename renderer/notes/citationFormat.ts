import { useQuery, useQueryClient } from '@tanstack/react-query';
import { citationFormatSchema, type CitationFormat } from '../../shared/domain/handout.ts';

const KEY = ['citation format'];
/** In the window's own storage: a habit of the hand, not part of the briefing. */
const STORAGE_KEY = 'yandu.citationFormat';

/** How copied passages are cited: the format chosen last, shared by every pane. */
export function useCitationFormat(): [CitationFormat, (format: CitationFormat) => void] {
  const client = useQueryClient();
  const { data = 'full' } = useQuery({ queryKey: KEY, queryFn: readStored });
  return [
    data,
    (format) => {
      localStorage.setItem(STORAGE_KEY, format);
      client.setQueryData(KEY, format);
    },
  ];
}

function readStored(): CitationFormat {
  const stored = citationFormatSchema.safeParse(localStorage.getItem(STORAGE_KEY));
  return stored.success ? stored.data : 'full';
}
