// The one bridge into the window: a function a channel and nothing else. No event object, no channel
// name and no Electron API reaches the page.

import { contextBridge, ipcRenderer } from 'electron';
import { channelNames } from '../shared/ipc/channelNames.ts';
import { windowEvents } from '../shared/ipc/windowEvents.ts';

/** All of the page's globals that a preload needs; the room has no DOM types. */
declare const window: { readonly dispatchEvent: (event: Event) => boolean };

contextBridge.exposeInMainWorld(
  'yandu',
  Object.fromEntries(
    channelNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
  ),
);

// Main's few words to the page arrive as plain DOM events without content.
for (const name of windowEvents) {
  ipcRenderer.on(name, () => {
    window.dispatchEvent(new Event(`yandu-${name}`));
  });
}
