// The exact tables of a pack. The builder creates them from here and the verifier compares
// `sqlite_schema` with here, statement by statement: a pack with anything more or less is refused.
// Content tables are covered by the digest; index tables are derived from them and are not.

/** In dependency order. Every offset counts UTF-16 units: `source_start` in `source.text`, others in `document.text`. */
export const contentTables = [
  `CREATE TABLE pack (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  pack_id TEXT NOT NULL,
  title TEXT NOT NULL,
  version INTEGER NOT NULL,
  version_label TEXT NOT NULL,
  status TEXT,
  digest TEXT NOT NULL
) STRICT`,
  `CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL,
  origin TEXT NOT NULL,
  rights TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT`,
  `CREATE TABLE removal (
  source_id INTEGER NOT NULL REFERENCES source (id),
  source_start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (source_id, source_start)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE document (
  id TEXT PRIMARY KEY,
  ord INTEGER NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES source (id),
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  issuer TEXT,
  author TEXT,
  date TEXT,
  status TEXT,
  text TEXT NOT NULL
) STRICT`,
  `CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES document (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  section_key TEXT,
  paragraph_number INTEGER,
  hash TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (document_id, ord)
) STRICT`,
  `CREATE TABLE section (
  document_id TEXT NOT NULL REFERENCES document (id),
  ord INTEGER NOT NULL,
  key TEXT NOT NULL,
  parent_key TEXT,
  level INTEGER NOT NULL,
  title TEXT NOT NULL,
  heading_id TEXT NOT NULL REFERENCES segment (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (document_id, ord),
  UNIQUE (document_id, key)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE origin (
  document_id TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  source_start INTEGER NOT NULL,
  PRIMARY KEY (document_id, start)
) STRICT, WITHOUT ROWID`,
] as const;

/**
 * `gram`: postings of every character and bigram of the folded text; `count` segments hold it, `postings`
 * lists them with their occurrences. `folded`: the folded text in chunks of consecutive segments from
 * number `first` on, with what ranking and counting need of each segment. `vocabulary`: the pack's words
 * with their readings, for pinyin. `index_info`: the version that built them. See `shared/search`.
 */
export const indexTables = [
  `CREATE TABLE gram (
  gram TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  postings BLOB NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE folded (
  first INTEGER PRIMARY KEY,
  facts BLOB NOT NULL,
  text BLOB NOT NULL
) STRICT`,
  `CREATE TABLE vocabulary (
  initials TEXT NOT NULL,
  word TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (initials, word, pinyin)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE index_info (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
] as const;
