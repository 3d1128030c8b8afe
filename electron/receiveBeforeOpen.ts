import type { App } from 'electron';
import type { Incoming } from './incoming.ts';

/** macOS hands over what the program is started for before it is ready: kept until the page takes it. */
export function receiveBeforeOpen(app: App, incoming: Incoming): void {
  app.on('open-file', (event, packFile) => {
    event.preventDefault();
    incoming.receive({ packFile });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    incoming.receive({ link });
  });
}
