// Rows straight from the pages of a SQLite file, for when the tree that leads to them is broken.
// https://sqlite.org/fileformat.html, 1.6 (b-tree pages), 2.1 (records).

import { readFileSync } from 'node:fs';
import type { OwnTable } from '../briefing/ownTables.ts';

const INDEX_LEAF = 10;
const TABLE_LEAF = 13;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Row = readonly unknown[];

/**
 * What looks like a row of these tables on any page: as many columns, and UUIDs for ids. Pages that were
 * given free may hold earlier states of rows, so that one key may come more than once.
 *
 * @param pageSize in bytes; the header that states it may be what is lost.
 */
export function readLeafPages(
  path: string,
  tables: readonly OwnTable[],
  pageSize: number,
): ReadonlyMap<OwnTable, readonly Row[]> {
  const file = readFileSync(path);
  const found = new Map<OwnTable, Row[]>(tables.map((table) => [table, []]));
  for (let start = 0; start + pageSize <= file.length; start += pageSize) {
    const isIndex = file[start] === INDEX_LEAF;
    if (!isIndex && file[start] !== TABLE_LEAF) continue;
    for (const row of rowsOnPage(file, start, pageSize, isIndex)) {
      const table = tables.find((one) => isIndex === isIndexTable(one) && looksLike(row, one));
      if (table !== undefined) found.get(table)?.push(row);
    }
  }
  return found;
}

function isIndexTable({ sql }: OwnTable): boolean {
  return /WITHOUT ROWID/i.test(sql);
}

function looksLike(row: Row, { columns, key }: OwnTable): boolean {
  const ids = key.filter((name) => /(?:^|_)id$/.test(name));
  return (
    row.length === columns.length &&
    ids.length > 0 &&
    ids.every((name) => {
      const value = row[columns.indexOf(name)];
      return typeof value === 'string' && UUID.test(value);
    })
  );
}

function* rowsOnPage(
  file: Buffer,
  start: number,
  pageSize: number,
  isIndex: boolean,
): Generator<Row> {
  const count = file.readUInt16BE(start + 3);
  for (let index = 0; index < count && 8 + 2 * index + 2 <= pageSize; index += 1) {
    const at = file.readUInt16BE(start + 8 + 2 * index);
    if (at < 8 || at >= pageSize) continue;
    try {
      const payload = payloadAt(file, start + at, pageSize, isIndex);
      const row = payload === null ? null : recordIn(payload);
      if (row !== null) yield row;
    } catch (error) {
      // A length or a page number that points out of the file.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

/** The bytes of a cell, put together from its overflow pages. */
function payloadAt(file: Buffer, at: number, pageSize: number, isIndex: boolean): Buffer | null {
  const length = varintAt(file, at);
  const begin = isIndex ? length.next : varintAt(file, length.next).next;
  const most = isIndex ? Math.floor(((pageSize - 12) * 64) / 255) - 23 : pageSize - 35;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  if (length.value <= 0 || length.value > file.length) return null;
  if (length.value <= most) return file.subarray(begin, begin + length.value);
  const fitting = least + ((length.value - least) % (pageSize - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [file.subarray(begin, begin + local)];
  let missing = length.value - local;
  let page = file.readUInt32BE(begin + local);
  while (missing > 0) {
    const pageStart = (page - 1) * pageSize;
    page = file.readUInt32BE(pageStart);
    const part = Math.min(missing, pageSize - 4);
    parts.push(file.subarray(pageStart + 4, pageStart + 4 + part));
    missing -= part;
  }
  return Buffer.concat(parts);
}

/** The values of a record; null when it is none. Blobs and floating numbers are in no table of the reader's. */
function recordIn(payload: Buffer): Row | null {
  const header = varintAt(payload, 0);
  if (header.value > payload.length) return null;
  const row: unknown[] = [];
  let at = header.next;
  let valueAt = header.value;
  while (at < header.value) {
    const type = varintAt(payload, at);
    at = type.next;
    const size = sizeOf(type.value);
    if (size === null || valueAt + size > payload.length) return null;
    row.push(valueOf(type.value, payload.subarray(valueAt, valueAt + size)));
    valueAt += size;
  }
  return row;
}

const integerSizes = [0, 1, 2, 3, 4, 6, 8] as const;

function sizeOf(type: number): number | null {
  if (type >= 13 && type % 2 === 1) return (type - 13) / 2;
  return type === 8 || type === 9 ? 0 : (integerSizes[type] ?? null);
}

function valueOf(type: number, bytes: Buffer): unknown {
  if (type >= 13) return bytes.toString('utf8');
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  return bytes.length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, bytes.length);
}

/** A number of one to nine bytes, seven bits in each; those of nine are no length of ours. */
function varintAt(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new RangeError('not a length');
}
