import { homedir, userInfo } from 'node:os';
import { orElse } from '../commands/orElse.ts';
import type { Account } from './readPolicy.ts';

/** Whoever runs the program. Offline, a computer may not know the name of an account that is kept elsewhere: then it is the number. */
export function readAccount(): Account {
  const info = orElse(null, () => userInfo());
  if (info !== null) return { home: info.homedir, user: info.username };
  return { home: homedir(), user: String(process.getuid?.() ?? 0) };
}
