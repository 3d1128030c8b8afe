import type { App, BrowserWindow } from 'electron';
import type { Incoming } from './incoming.ts';
import { tell } from './window.ts';

/** What a second start or the system hands over while the window is open: kept, and told to the page. */
export function receiveWhileOpen(app: App, window: BrowserWindow, incoming: Incoming): void {
  const receive = (handed: unknown): void => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    const event = incoming.receive(handed);
    if (event !== null) tell(window, event);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    receive(data);
  });
  app.on('open-url', (_event, link) => {
    receive({ link });
  });
  app.on('open-file', (_event, packFile) => {
    receive({ packFile });
  });
}
