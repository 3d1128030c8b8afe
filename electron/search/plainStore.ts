// The segments as a plain scan reads them, straight from the documents, while there is no index.

import type { Database } from 'better-sqlite3';
import { countAstral } from '../../shared/search/collectChunks.ts';
import { segmentKinds } from '../../shared/domain/segment.ts';
import { foldKey } from '../../shared/search/fold.ts';
import type { PackText } from './packText.ts';
import type { SegmentStore } from './segmentStore.ts';

type Fact = readonly [
  ord: number,
  kind: string,
  start: number,
  end: number,
  section: number,
  lead: number,
];

const ROWS_A_STEP = 512;
/** Units of folded text kept in memory, two bytes each. */
const KEPT_UNITS = 9_000_000;

const selectFacts = `SELECT segment.ord, kind, segment.start, segment.end, coalesce(section.ord, -1),
  CASE json_extract(detail, '$.leads[0].start') WHEN segment.start
  THEN json_extract(detail, '$.leads[0].end') - segment.start ELSE 0 END
FROM segment LEFT JOIN section
  ON section.document_id = segment.document_id AND section.key = segment.section_key
WHERE segment.document_id = ? AND segment.ord >= ? ORDER BY segment.ord LIMIT ${String(ROWS_A_STEP)}`;

/**
 * Reads where the segments lie; their text is folded when a scan first comes by. Answers the same as the
 * store of the index. Yields where the work may pause.
 */
export function* openPlainStore(db: Database, text: PackText): Generator<void, SegmentStore> {
  const select = db.prepare<[string, number], Fact>(selectFacts).raw();
  const facts: Fact[] = [];
  const documents: number[] = [];
  for (const [document, { id }] of text.documents.entries()) {
    for (let from = 0; ;) {
      const rows = select.all(id, from);
      yield;
      const last = rows.at(-1);
      if (last === undefined) break;
      from = last[0] + 1;
      for (const row of rows) {
        facts.push(row);
        documents.push(document);
      }
    }
  }
  return createPlainStore(facts, documents, text);
}

function createPlainStore(
  facts: readonly Fact[],
  documents: readonly number[],
  text: PackText,
): SegmentStore {
  const kindCodes = Uint8Array.from(facts, ([, kind]) =>
    segmentKinds.findIndex((one) => one === kind),
  );
  const documentOf = (segment: number): number => documents[segment] ?? 0;
  const startOf = (segment: number): number => facts[segment]?.[2] ?? 0;
  const endOf = (segment: number): number => facts[segment]?.[3] ?? 0;
  const partOf = (segment: number, from: number, to: number): string =>
    text.textOf(documentOf(segment)).slice(from, to);
  const textOf = (segment: number): string => partOf(segment, startOf(segment), endOf(segment));

  // What was folded first is kept: a scan comes by in the same order every time.
  const keys = new Map<number, string>();
  let kept = 0;
  const keyOf = (segment: number): string => {
    const known = keys.get(segment);
    if (known !== undefined) return known;
    const key = foldKey(textOf(segment));
    if (kept + key.length <= KEPT_UNITS) {
      keys.set(segment, key);
      kept += key.length;
    }
    return key;
  };

  return {
    segmentCount: facts.length,
    documentOf,
    sectionOf: (segment) => facts[segment]?.[4] ?? -1,
    kindOf: (segment) => segmentKinds[kindCodes[segment] ?? 0] ?? 'paragraph',
    kindCodeOf: (segment) => kindCodes[segment] ?? 0,
    startOf,
    endOf,
    characterStartOf: (segment) =>
      startOf(segment) - countAstral(partOf(segment, 0, startOf(segment))),
    characterCountOf: (segment) => endOf(segment) - startOf(segment) - countAstral(textOf(segment)),
    leadLengthOf: (segment) => {
      const lead = facts[segment]?.[5] ?? 0;
      const start = startOf(segment);
      return lead === 0 ? 0 : foldKey(partOf(segment, start, start + lead)).length;
    },
    keyLengthOf: (segment) => keyOf(segment).length,
    keyOf,
  };
}
