import type { App } from 'electron';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { reportBrokenPolicy } from '../policy/reportBrokenPolicy.ts';
import { complain } from '../commands/terminal.ts';
import type { Ground } from '../prepareGround.ts';
import type { FaultWatch } from '../watchFaults.ts';
import { createLog, logFolder, type Log } from './createLog.ts';
import { faultPlace } from './faultPlace.ts';
import { wentWrong } from './logEntry.ts';

/**
 * From here on what happens is logged in the data folder; what went wrong is said on stderr too, in the same
 * words. Also logs what nobody calls: bugs outside of every handler, and processes that end by themselves.
 */
export function startLog(
  app: App,
  { policy, dataFolder, isPortable }: Ground,
  { faults, now }: { readonly faults: FaultWatch; readonly now: () => IsoTime },
): Log {
  reportBrokenPolicy(policy, complain);
  const toFile = createLog(logFolder(dataFolder), now);
  const log: Log = (entry) => {
    toFile(entry);
    if (wentWrong(entry)) complain(JSON.stringify(entry));
  };
  log({
    event: 'started',
    version: app.getVersion(),
    build: __BUILD_KIND__,
    electron: process.versions.electron,
    policy: policy.source.status,
    isPortable,
  });
  faults.listen((error) => {
    log({ event: 'bug', channel: 'main', ...faultPlace(error) });
  });
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason !== 'clean-exit') log({ event: 'process_gone', process: 'window', reason });
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log({ event: 'process_gone', process: type, reason });
  });
  return log;
}
