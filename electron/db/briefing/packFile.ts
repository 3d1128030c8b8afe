// What can be known of a pack or briefing file before SQLite sees a byte of it.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import {
  BRIEFING_VERSION_STEP,
  PACK_APPLICATION_ID,
  PACK_SCHEMA_VERSION,
} from '../../../shared/domain/pack.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';

/** Offsets in the SQLite header (https://sqlite.org/fileformat.html, 1.3), big-endian. */
const HEADER_LENGTH = 100;
const PAGE_SIZE_AT = 16;
const WRITE_VERSION_AT = 18;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

type PackHeader = {
  readonly userVersion: number;
  readonly isRollbackMode: boolean;
  /** Bytes the file must have; a page size of 1 means 65,536. */
  readonly expectedSize: number;
  readonly size: number;
};

/**
 * Checks a pack before it is copied: it is one of ours, whole, in rollback mode (a WAL file cannot be
 * opened on read-only media) and not from a newer program.
 */
export function checkPackFile(path: string): Result<null> {
  const file = basename(path);
  const header = readHeader(path, 'pack_missing');
  if (!header.ok) return header;
  const { userVersion, isRollbackMode, expectedSize, size } = header.value;
  if (userVersion > PACK_SCHEMA_VERSION) return failure('pack_newer', { file });
  if (size < expectedSize) return failure('pack_truncated', { file });
  return isRollbackMode ? ok(null) : failure('pack_foreign', { file });
}

/**
 * Checks the briefing's header. A briefing is open in WAL mode while in use, so pages may still lie in
 * its log and its size says nothing; `newest` is the highest `user_version` this program knows.
 */
export function checkBriefingFile(path: string, newest: number): Result<null> {
  const file = basename(path);
  const header = readHeader(path, 'briefing_damaged');
  if (!header.ok) return failure('briefing_damaged', { file });
  return header.value.userVersion > newest ? failure('briefing_newer', { file }) : ok(null);
}

/** Whether a file is a briefing and not a bare pack, which must never be written to. */
export function isBriefing(path: string): boolean {
  const header = readHeader(path, 'briefing_damaged');
  return header.ok && header.value.userVersion >= BRIEFING_VERSION_STEP;
}

function readHeader(
  path: string,
  missing: 'pack_missing' | 'briefing_damaged',
): Result<PackHeader> {
  const file = basename(path);
  const bytes = Buffer.alloc(HEADER_LENGTH);
  let size: number;
  try {
    const handle = openSync(path, 'r');
    try {
      size = fstatSync(handle).size;
      readSync(handle, bytes, 0, HEADER_LENGTH, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return failure(isNotFound(error) ? missing : 'pack_unreadable', { file });
  }
  if (size < HEADER_LENGTH) return failure('pack_truncated', { file });
  const isSqlite = bytes.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!isSqlite || bytes.readUInt32BE(APPLICATION_ID_AT) !== PACK_APPLICATION_ID) {
    return failure('pack_foreign', { file });
  }
  const pageSize = bytes.readUInt16BE(PAGE_SIZE_AT);
  return ok({
    userVersion: bytes.readUInt32BE(USER_VERSION_AT),
    isRollbackMode: bytes[WRITE_VERSION_AT] === 1,
    expectedSize: (pageSize === 1 ? 65_536 : pageSize) * bytes.readUInt32BE(PAGE_COUNT_AT),
    size,
  });
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
