// What was built is built again when its inputs changed, and when it is not what was built: `npm run pack` may
// have put another in its place.
import { readFile, writeFile } from 'node:fs/promises';
import { hashFile } from './hashFiles.ts';

/** Whether the product is the very one that was stamped, and was made from these inputs. */
export async function isMadeFrom(
  inputs: string,
  product: string,
  stampFile: string,
): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => null);
  const found = await hashFile(product).catch(() => null);
  return found !== null && stamp === stampOf(inputs, found);
}

/** Writes down what the product was made from, and which one it is. */
export async function stampProduct(
  inputs: string,
  product: string,
  stampFile: string,
): Promise<void> {
  await writeFile(stampFile, stampOf(inputs, await hashFile(product)));
}

function stampOf(inputs: string, product: string): string {
  return `${inputs} ${product}`;
}
