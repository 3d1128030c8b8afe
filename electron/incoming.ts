// What the program is asked to open from outside: a yandu:// address or a pack file, at its start, by a
// second start of it, or by the system. Each is kept until the page takes it.

import { z } from 'zod';
import type { Place } from '../shared/domain/place.ts';
import { parsePlaceLink } from '../shared/text/placeLink.ts';

/** What a second start hands over: the order of its arguments may change on the way, this does not. */
const handedSchema = z.object({
  link: z.string().nullable().catch(null),
  /** An absolute path. */
  packFile: z.string().nullable().catch(null),
});
export type Handed = z.infer<typeof handedSchema>;

export type Incoming = {
  /** Keeps what was handed over; answers the window's event that tells of it, null for nothing. */
  readonly receive: (handed: unknown) => 'link' | 'pack' | null;
  readonly takeLink: () => Place | null;
  readonly takePackFile: () => string | null;
};

/** Begins with what the program was started with; each thing is taken once. */
export function createIncoming(first: Handed): Incoming {
  let place = placeIn(first);
  let { packFile } = first;
  return {
    receive(handed) {
      const parsed = handedSchema.safeParse(handed);
      if (!parsed.success) return null;
      if (parsed.data.packFile !== null) {
        packFile = parsed.data.packFile;
        return 'pack';
      }
      const next = placeIn(parsed.data);
      if (next === null) return null;
      place = next;
      return 'link';
    },
    takeLink() {
      const taken = place;
      place = null;
      return taken;
    },
    takePackFile() {
      const taken = packFile;
      packFile = null;
      return taken;
    },
  };
}

function placeIn({ link }: Handed): Place | null {
  return link === null ? null : parsePlaceLink(link);
}
