import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

/** Where a SQLite header holds the size of a page and their number (https://sqlite.org/fileformat.html, 1.3). */
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const HEADER_LENGTH = 100;

/**
 * Gives a cut off SQLite file the length its header states, with empty pages at its end: SQLite refuses a
 * file that is too short altogether, but reads what is left of one with broken pages.
 */
export function padToSize(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    const header = Buffer.alloc(HEADER_LENGTH);
    if (readSync(handle, header, 0, HEADER_LENGTH, 0) < HEADER_LENGTH) return;
    const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
    const size = (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(PAGE_COUNT_AT);
    const actual = fstatSync(handle).size;
    // A header that is itself damaged could ask for anything.
    if (actual < size && size <= 8 * actual) ftruncateSync(handle, size);
  } finally {
    closeSync(handle);
  }
}
