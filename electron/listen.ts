import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { ChannelTable } from '../shared/ipc/channel.ts';
import { channelNames } from '../shared/ipc/channelNames.ts';
import { contract } from '../shared/ipc/contract.ts';
import { toJsonText } from '../shared/ipc/jsonText.ts';
import { APP_ORIGIN } from './appProtocol.ts';
import { registerIpc, type RegisterIpcArgs } from './ipc/registerIpc.ts';
import type { Log } from './log/createLog.ts';
import { faultPlace } from './log/faultPlace.ts';

type Handlers = RegisterIpcArgs<IpcMainInvokeEvent>['handlers'];

const channels: ChannelTable = contract;

/** The one place where channels are opened to a window; what was open to one before is closed. */
export function listen(
  window: BrowserWindow,
  log: Log,
  handlers: Handlers,
  makeRoom: () => boolean = () => false,
): void {
  for (const name of channelNames) ipcMain.removeHandler(name);
  registerIpc<IpcMainInvokeEvent>({
    handle: (channel, listener) => {
      const holdsBytes = channels[channel]?.holdsBytes === true;
      ipcMain.handle(channel, async (event, input) => {
        const answer = await listener(event, input);
        return holdsBytes ? answer : toJsonText(answer);
      });
    },
    contract,
    handlers,
    isTrusted: (event) => isOwnPage(event, window),
    makeRoom,
    report: (channel, fault) => {
      log(
        'code' in fault
          ? { event: 'failure', channel, code: fault.code }
          : { event: 'bug', channel, ...faultPlace(fault.error) },
      );
    },
  });
}

/** Our own page in the main frame of our own window; a frame that is gone is nobody. */
function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (!frame || window.isDestroyed()) return false;
  if (frame !== window.webContents.mainFrame || frame.parent !== null) return false;
  const { protocol, host } = new URL(frame.url);
  return `${protocol}//${host}` === APP_ORIGIN;
}
