import { useState } from 'react';
import type { Result } from '../../shared/domain/result.ts';
import type { AnnotationFormat } from '../../shared/ipc/exchanging.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import { callBridge } from './bridge.ts';
import { reportOf, type RescueWords } from './rescueWords.ts';

type Rescue = {
  readonly isBusy: boolean;
  /** What came of the last action; null before the first. */
  readonly said: RescueWords | null;
  /** Another briefing stands in the place of the one that could not be opened. */
  readonly canOpen: boolean;
  readonly exportAs: (format: AnnotationFormat) => void;
  readonly copy: () => void;
  readonly recover: () => void;
  readonly startAnew: () => void;
  readonly open: () => void;
};

/** Does one thing at a time about a briefing that cannot be opened, and says what came of it. */
export function useRescue(): Rescue {
  const [said, setSaid] = useState<RescueWords | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [canOpen, setCanOpen] = useState(false);

  async function act<Value>(
    call: () => Promise<Result<Value | null>>,
    report: (value: Value) => RescueWords,
    isReplacing = false,
  ): Promise<void> {
    setSaid(null);
    setIsBusy(true);
    const result = await call();
    setIsBusy(false);
    const words = result.ok
      ? result.value && report(result.value)
      : ({ errors }: Strings) => errors[result.code](result.detail);
    setSaid(() => words);
    if (result.ok && isReplacing) setCanOpen(true);
  }

  return {
    isBusy,
    said,
    canOpen,
    exportAs: (format) =>
      void act(
        () => callBridge('exportUnopened', { format }),
        ({ count, fileName }) =>
          ({ rescue }) =>
            rescue.exported(count, fileName),
      ),
    copy: () =>
      void act(
        () => callBridge('copyBriefing', {}),
        ({ fileName }) =>
          ({ rescue }) =>
            rescue.copied(fileName),
      ),
    recover: () => void act(() => callBridge('recoverBriefing', {}), reportOf, true),
    startAnew: () =>
      void act(
        () => callBridge('startAnew', {}),
        () =>
          ({ rescue }) =>
            rescue.startedAnew,
        true,
      ),
    // The window goes with it; only a failure is ever said.
    open: () =>
      void act<never>(
        () => callBridge('openRescued', {}),
        (value) => value,
      ),
  };
}
