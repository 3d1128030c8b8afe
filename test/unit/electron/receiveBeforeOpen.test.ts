import type { App } from 'electron';
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createIncoming } from '../../../electron/incoming.ts';
import { receiveBeforeOpen } from '../../../electron/receiveBeforeOpen.ts';

it.each([
  ['open-url', 'yandu://open/plan/3-9', { documentId: 'plan' }, null],
  ['open-file', '/Volumes/stick/a.yandu', null, '/Volumes/stick/a.yandu'],
] as const)('keeps what macOS starts the program for: %s', (event, handed, place, packFile) => {
  const system = new EventEmitter();
  const incoming = createIncoming({ link: null, packFile: null });
  receiveBeforeOpen(system as App, incoming);

  system.emit(event, new Event(event), handed);

  const taken = incoming.takeLink();
  if (place === null) expect(taken).toBeNull();
  else expect(taken).toMatchObject(place);
  expect(incoming.takePackFile()).toBe(packFile);
});
