// The segments as a plain scan reads them, straight from the documents, while there is no index.

import type { Database } from 'better-sqlite3';
import { segmentKinds } from '../../shared/domain/segment.ts';
import { foldKey } from '../../shared/search/fold.ts';
import type { PackText } from './packText.ts';
import type { SegmentStore } from './segmentStore.ts';

type FactRow = readonly [
  ord: number,
  kind: string,
  start: number,
  end: number,
  section: number,
  lead: number,
];

/** One entry a segment, in columns: as objects they would take ten times the room. */
type Facts = Readonly<Record<'document' | 'kind' | 'start' | 'end' | 'section' | 'lead', number[]>>;

const ROWS_A_STEP = 512;
/** Units of folded text kept in memory, two bytes each: all of a pack of twenty million characters. */
const KEPT_UNITS = 20_000_000;

const kindCodes: ReadonlyMap<string, number> = new Map(
  segmentKinds.map((kind, code) => [kind, code]),
);

// Few segments have leads, and reading JSON is what takes long here.
const selectFacts = `SELECT segment.ord, kind, segment.start, segment.end, coalesce(section.ord, -1),
  CASE WHEN instr(detail, '"leads"') > 0
  AND json_extract(detail, '$.leads[0].start') = segment.start
  THEN json_extract(detail, '$.leads[0].end') - segment.start ELSE 0 END
FROM segment LEFT JOIN section
  ON section.document_id = segment.document_id AND section.key = segment.section_key
WHERE segment.document_id = ? AND segment.ord >= ? ORDER BY segment.ord LIMIT ${String(ROWS_A_STEP)}`;

/**
 * Reads where the segments lie; their text is folded when a scan first comes by. Answers the same as the
 * store of the index. Yields where the work may pause.
 */
export function* openPlainStore(db: Database, text: PackText): Generator<void, SegmentStore> {
  const select = db.prepare<[string, number], FactRow>(selectFacts).raw();
  const facts: Facts = { document: [], kind: [], start: [], end: [], section: [], lead: [] };
  for (const [document, { id }] of text.documents.entries()) {
    for (let from = 0; ;) {
      const rows = select.all(id, from);
      yield;
      for (const [, kind, start, end, section, lead] of rows) {
        facts.document.push(document);
        facts.kind.push(kindCodes.get(kind) ?? 0);
        facts.start.push(start);
        facts.end.push(end);
        facts.section.push(section);
        facts.lead.push(lead);
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_A_STEP) break;
      from = last[0] + 1;
    }
  }
  return createPlainStore(facts, text);
}

function createPlainStore(facts: Facts, text: PackText): SegmentStore {
  const documentOf = (segment: number): number => facts.document[segment] ?? 0;
  const startOf = (segment: number): number => facts.start[segment] ?? 0;
  const endOf = (segment: number): number => facts.end[segment] ?? 0;
  const kindCodeOf = (segment: number): number => facts.kind[segment] ?? 0;
  const partOf = (segment: number, from: number, to: number): string =>
    text.textOf(documentOf(segment)).slice(from, to);
  const textOf = (segment: number): string => partOf(segment, startOf(segment), endOf(segment));

  // What was folded first is kept: a scan comes by in the same order every time.
  const keys: (string | undefined)[] = [];
  let kept = 0;
  const keyOf = (segment: number): string => {
    const known = keys[segment];
    if (known !== undefined) return known;
    const key = foldKey(textOf(segment));
    if (kept + key.length <= KEPT_UNITS) {
      keys[segment] = key;
      kept += key.length;
    }
    return key;
  };

  return {
    segmentCount: facts.start.length,
    documentOf,
    sectionOf: (segment) => facts.section[segment] ?? -1,
    kindOf: (segment) => segmentKinds[kindCodeOf(segment)] ?? 'paragraph',
    kindCodeOf,
    startOf,
    endOf,
    leadLengthOf: (segment) => {
      const lead = facts.lead[segment] ?? 0;
      const start = startOf(segment);
      return lead === 0 ? 0 : foldKey(partOf(segment, start, start + lead)).length;
    },
    keyLengthOf: (segment) => keyOf(segment).length,
    keyOf,
  };
}
