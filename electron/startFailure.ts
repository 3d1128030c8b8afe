import { failure, ok, type Failure } from '../shared/domain/result.ts';
import type { Handlers } from '../shared/ipc/channel.ts';
import type { appChannels } from '../shared/ipc/app.ts';
import type { rescuingChannels } from '../shared/ipc/rescuing.ts';
import { errorsEn } from '../shared/strings/errors.en.ts';
import { errorsZh } from '../shared/strings/errors.zh.ts';
import { complain } from './commands/terminal.ts';

/**
 * The briefing could not be opened, so neither settings nor a language are known: the terminal gets the
 * sentence in both languages, and so does the page, which asks for its state and is told why there is none.
 */
export function startFailureHandlers({
  code,
  detail,
}: Failure): Pick<
  Handlers<typeof appChannels & typeof rescuingChannels>,
  'getAppState' | 'getRescue'
> {
  for (const texts of [errorsZh, errorsEn]) complain(texts[code](detail));
  return { getAppState: () => failure(code, detail), getRescue: () => ok({ kind: 'none' }) };
}
