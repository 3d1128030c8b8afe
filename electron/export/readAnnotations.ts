import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AnnotationStates } from '../../shared/annotationExchange/exchangedAnnotation.ts';
import { readPage } from '../../shared/annotationExchange/readPage.ts';
import type { PackId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';

/** Bytes. Far above what a reader writes in years; a bigger file is not one of ours. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The annotations in a JSON-LD file, if it is one of ours and about this pack; else nothing of it. */
export async function readAnnotations(
  path: string,
  packId: PackId,
): Promise<Result<AnnotationStates>> {
  const file = basename(path);
  const text = await readText(path);
  const page = text === null ? null : readPage(text);
  if (page?.status !== 'read') return failure('import_unreadable', { file });
  return page.packId === packId ? ok(page.states) : failure('import_foreign', { file });
}

/** Null for what cannot be read: no file, no right to it, too big, or not UTF-8. */
async function readText(path: string): Promise<string | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > LARGEST_FILE) return null;
      return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
