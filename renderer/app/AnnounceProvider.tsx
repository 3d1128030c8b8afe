import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import { AnnounceContext } from './useAnnounce.ts';

/** Long enough to read a sentence twice. */
const SHOWN_FOR_MS = 8_000;

type Announcement = { readonly sentence: string; readonly serial: number };

/** What the status line says at the moment; the empty sentence when nothing. */
const [AnnouncementContext, useAnnouncement] = createRequiredContext<Announcement>('announcement');

export { useAnnouncement };

export function AnnounceProvider({ children }: { readonly children: ReactNode }) {
  const [announcement, setAnnouncement] = useState<Announcement>({ sentence: '', serial: 0 });
  const announce = useCallback((sentence: string) => {
    setAnnouncement(({ serial }) => ({ sentence, serial: serial + 1 }));
  }, []);

  // A sentence goes away by itself.
  useEffect(() => {
    if (announcement.sentence === '') return;
    const timer = setTimeout(() => {
      setAnnouncement(({ serial }) => ({ sentence: '', serial }));
    }, SHOWN_FOR_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [announcement]);

  return (
    <AnnounceContext value={announce}>
      <AnnouncementContext value={announcement}>{children}</AnnouncementContext>
    </AnnounceContext>
  );
}
