// The one bridge into the window: a function a channel and nothing else. No event object, no channel
// name and no Electron API reaches the page.

import { contextBridge, ipcRenderer } from 'electron';
import { channelNames } from '../shared/ipc/channelNames.ts';

contextBridge.exposeInMainWorld(
  'yandu',
  Object.fromEntries(
    channelNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
  ),
);
