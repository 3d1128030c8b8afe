import { failure, ok, type Failure } from '../shared/domain/result.ts';
import type { Handlers } from '../shared/ipc/channel.ts';
import type { appChannels } from '../shared/ipc/app.ts';
import { errorsEn } from '../shared/strings/errors.en.ts';
import { errorsZh } from '../shared/strings/errors.zh.ts';

/**
 * The briefing could not be opened, so neither settings nor a language are known: the terminal gets the
 * sentence in both languages, and so does the page, which asks for its state and is told why there is none.
 */
export function startFailureHandlers(
  reason: Failure,
  finishClosing: () => void,
): Pick<Handlers<typeof appChannels>, 'getAppState' | 'finishClosing'> {
  const { code, detail } = reason;
  process.stderr.write(`${errorsZh[code](detail)}\n${errorsEn[code](detail)}\n`);
  return {
    getAppState: () => failure(code, detail),
    finishClosing: () => {
      finishClosing();
      return ok(null);
    },
  };
}
