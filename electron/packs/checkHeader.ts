import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PACK_APPLICATION_ID, PACK_SCHEMA_VERSION } from '../../shared/domain/pack.ts';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';

const HEADER_LENGTH = 100;

/**
 * Checks the SQLite header of the copy before SQLite opens it (https://sqlite.org/fileformat.html, 1.3):
 * magic, rollback mode, pages that fill the file exactly, our application id, our format.
 */
export function checkHeader(path: string, file: string): Checked<null> {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  const handle = openSync(path, 'r');
  let size: number;
  try {
    size = fstatSync(handle).size;
    readSync(handle, bytes, 0, HEADER_LENGTH, 0);
  } finally {
    closeSync(handle);
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    return refused('not_a_pack', { file });
  if (bytes[18] !== 1 || bytes[19] !== 1) return refused('journal_open', { file });
  const stated = bytes.readUInt16BE(16);
  const pageSize = stated === 1 ? 65_536 : stated;
  const isPowerOfTwo = (pageSize & (pageSize - 1)) === 0;
  if (!isPowerOfTwo || pageSize < 512) return refused('layout_wrong', { file });
  const expected = pageSize * bytes.readUInt32BE(28);
  if (size < expected) return refused('truncated', { file });
  if (size !== expected) return refused('layout_wrong', { file });
  if (bytes.readUInt32BE(68) !== PACK_APPLICATION_ID) return refused('not_a_pack', { file });
  const version = bytes.readUInt32BE(60);
  if (version < PACK_SCHEMA_VERSION) return refused('format_older', { file });
  return version > PACK_SCHEMA_VERSION ? refused('format_newer', { file }) : passed(null);
}
