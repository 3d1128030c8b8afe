import { useEffect, useRef } from 'react';
import type { SearchPage } from '../../shared/ipc/searching.ts';
import { useAnnouncement } from '../app/AnnounceProvider.tsx';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';

/** Long enough that a screen reader hears the count once the answer stands, not at every key. */
const PAUSE_MS = 600;

/** Says how much was found, unless something more pressing was said in the meantime. */
export function useSaidCount(page: SearchPage | undefined): void {
  const { search } = useStrings();
  const announce = useAnnounce();
  const { serial } = useAnnouncement();
  const said = useRef(serial);
  useEffect(() => {
    said.current = serial;
  }, [serial]);
  const total = page?.total;
  const documents = page?.documentCount;

  useEffect(() => {
    if (total === undefined || documents === undefined) return undefined;
    const before = said.current;
    const timer = setTimeout(() => {
      if (said.current !== before) return;
      announce(total === 0 ? search.announcedNothing : search.announced({ total, documents }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [announce, documents, search, total]);
}
