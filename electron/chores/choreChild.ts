// The process that does one chore, as an Electron utilityProcess. The first message is the chore, any further one
// ends it.

import type { Chore } from './chore.ts';
import { doChore } from './doChore.ts';

if ('parentPort' in process) {
  const { parentPort } = process;
  parentPort.once('message', ({ data }: { readonly data: unknown }) => {
    // From our own main, over a port that nobody else has.
    parentPort.postMessage(doChore(data as Chore));
    parentPort.once('message', () => {
      process.exit(0);
    });
  });
}
