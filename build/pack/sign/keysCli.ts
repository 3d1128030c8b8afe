// npm run keys [-- --out key.pem]: a key pair for signing packs. Exit code 0: made; 1: not.

import { parseArgs } from 'node:util';
import { makeKeyPair, publicKeyPath } from './keyPair.ts';

try {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'key.pem' } } });
  const id = makeKeyPair(values.out);
  console.log(`key ${id}`);
  console.log(`private: ${values.out} (keep it off line and to yourself; it signs packs)`);
  console.log(`public:  ${publicKeyPath(values.out)} (goes into the trust folder)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
