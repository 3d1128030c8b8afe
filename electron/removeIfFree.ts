import { rmSync } from 'node:fs';

/**
 * Removes a file that nobody needs. One that cannot be removed stays, and false is answered: Windows keeps what
 * another program has open.
 */
export function removeIfFree(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
