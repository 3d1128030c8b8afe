import type { SearchAnswer, SearchPage } from '../../shared/ipc/searching.ts';

/**
 * Asks again when a newer question took the place of this one, as long as somebody waits for the answer. Who
 * asked on when nobody did would take the place of the one that is waited for, which would ask again in its
 * turn: neither would ever be answered.
 * @throws when a newer question took its place and nobody waits
 */
export async function untilAnswered(
  ask: () => Promise<SearchAnswer>,
  isAwaited: () => boolean,
): Promise<SearchPage> {
  for (;;) {
    const answer = await ask();
    if (answer.status === 'page') return answer;
    if (!isAwaited()) throw new Error('A newer question took its place.');
  }
}
