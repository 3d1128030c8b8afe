// How much a pack may hold, column by column: more than any briefing, less than what would hurt a laptop.

/** 2 GiB */
export const MAX_PACK_BYTES = 2 ** 31;
export const MAX_ROWS = 5_000_000;

/** `line`: no control characters; `text`: tab and line feed too; `source`: as the file was, but no NUL. */
type Characters = 'line' | 'text' | 'source' | 'bytes';

type ColumnLimit = {
  readonly table: string;
  readonly column: string;
  readonly maxBytes: number;
  readonly characters: Characters;
};

const LINE = 4_000;
const TEXT = 128 * 1024 * 1024;
const LARGE = 16 * 1024 * 1024;

function limit(
  table: string,
  characters: Characters,
  maxBytes: number,
  ...columns: readonly string[]
): readonly ColumnLimit[] {
  return columns.map((column) => ({ table, column, maxBytes, characters }));
}

export const columnLimits: readonly ColumnLimit[] = [
  ...limit('pack', 'line', LINE, 'pack_id', 'title', 'version_label', 'status', 'digest'),
  ...limit('source', 'line', LINE, 'file_name', 'sha256', 'encoding', 'origin', 'rights'),
  ...limit('source', 'source', TEXT, 'text'),
  ...limit('removal', 'line', LINE, 'reason'),
  ...limit('document', 'line', LINE, 'id', 'role', 'title', 'short_title', 'issuer', 'author'),
  ...limit('document', 'line', LINE, 'date', 'status'),
  ...limit('document', 'text', TEXT, 'text'),
  ...limit('segment', 'line', LINE, 'id', 'document_id', 'kind', 'section_key', 'hash'),
  ...limit('segment', 'line', LARGE, 'detail'),
  ...limit('section', 'line', LINE, 'document_id', 'key', 'parent_key', 'title', 'heading_id'),
  ...limit('origin', 'line', LINE, 'document_id'),
  ...limit('gram', 'text', LINE, 'gram'),
  ...limit('gram', 'bytes', LARGE, 'postings'),
  ...limit('folded', 'bytes', TEXT, 'facts', 'text'),
  ...limit('vocabulary', 'line', LINE, 'initials', 'word', 'pinyin'),
  ...limit('index_info', 'line', LINE, 'key', 'value'),
];

/** Every integer is a place, a count or a rank. */
export const integerColumns: Readonly<Record<string, readonly string[]>> = {
  pack: ['version'],
  source: ['id'],
  removal: ['source_id', 'source_start', 'length'],
  document: ['ord', 'source_id'],
  segment: ['number', 'ord', 'level', 'start', 'end', 'paragraph_number'],
  section: ['ord', 'level', 'start', 'end'],
  origin: ['start', 'length', 'source_start'],
  gram: ['count'],
  folded: ['first'],
  vocabulary: ['count'],
};
