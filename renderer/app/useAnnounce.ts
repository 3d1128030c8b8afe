import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** Says one sentence in the status line, and to screen readers. It stays until the next one or a while. */
export type Announce = (sentence: string) => void;

export const [AnnounceContext, useAnnounce] = createRequiredContext<Announce>('announce');
