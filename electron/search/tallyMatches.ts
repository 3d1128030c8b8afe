// One pass over all matches: true counts for the page, its facets, and the bars of its documents.

import type { SegmentKind } from '../../shared/domain/segment.ts';
import { segmentKinds } from '../../shared/domain/segment.ts';
import type { SearchScope } from '../../shared/ipc/searching.ts';
import type { Match, SearchedPack } from './findSegments.ts';
import { leadDepartmentsOf } from './listLeadDepartments.ts';
import type { Conditions } from './narrow.ts';
import { scopeOf } from './narrow.ts';

/** Equal parts of a document that a bar shows. */
const BAR_PARTS = 12;
const MATCHES_A_STEP = 2_048;
const noNames: readonly string[] = [];
const taskCode = segmentKinds.indexOf('task');
/** The scope of each kind, by its code. */
const scopes = segmentKinds.map(scopeOf);

export type Tally = {
  /** Matches that pass every condition. */
  readonly kept: readonly Match[];
  /** Their occurrences. */
  readonly total: number;
  /** Occurrences in documents by position, of the kept matches. */
  readonly documentCounts: ReadonlyMap<number, number>;
  readonly barOf: (document: number) => readonly number[];
  /** Counts if this one condition were lifted, so that a facet shows what choosing it would give. */
  readonly facets: {
    readonly scopes: ReadonlyMap<SearchScope, number>;
    readonly documents: ReadonlyMap<number, number>;
    readonly kinds: ReadonlyMap<SegmentKind, number>;
    readonly leads: ReadonlyMap<string, number>;
  };
};

/** Counts the matches; `lengths` are the documents' lengths by position. */
export function* tallyMatches(
  pack: SearchedPack,
  matches: readonly Match[],
  conditions: Conditions,
  lengths: ArrayLike<number>,
): Generator<void, Tally> {
  const { segments } = pack;
  const documentTotal = pack.text.documents.length;
  const documentFacet = new Int32Array(documentTotal);
  const documentKept = new Int32Array(documentTotal);
  const kindFacet = new Int32Array(segmentKinds.length);
  const parts = new Int32Array(documentTotal * BAR_PARTS);
  let inText = 0;
  let inTables = 0;
  const leads = new Map<string, number>();
  const passing: Match[] = [];
  const { scope: wantedScope, documents, kinds, leads: chosenLeads } = conditions;
  // As is usual: a hundred thousand matches need no second list, which the collector of garbage would copy.
  const passesAll = Object.values(conditions).every((condition) => condition === null);
  let total = 0;
  let step = 0;
  for (const match of matches) {
    if (step % MATCHES_A_STEP === 0) yield;
    step += 1;
    const { segment, count } = match;
    const document = segments.documentOf(segment);
    const kindCode = segments.kindCodeOf(segment);
    const names = kindCode === taskCode ? leadDepartmentsOf(pack, segment) : noNames;
    const scope = scopes[kindCode] ?? 'text';
    const fitsScope = wantedScope === null || wantedScope === scope;
    const fitsDocument = documents === null || documents.has(document);
    const fitsKind = kinds === null || kinds.has(segments.kindOf(segment));
    const fitsLead = chosenLeads === null || names.some((name) => chosenLeads.has(name));
    if (fitsDocument && fitsKind && fitsLead) {
      if (scope === 'tables') inTables += count;
      else inText += count;
    }
    if (fitsScope && fitsKind && fitsLead) add(documentFacet, document, count);
    if (fitsScope && fitsDocument && fitsLead) add(kindFacet, kindCode, count);
    if (fitsScope && fitsDocument && fitsKind) {
      for (const name of names) leads.set(name, (leads.get(name) ?? 0) + count);
    }
    if (!(fitsScope && fitsDocument && fitsKind && fitsLead)) continue;
    if (!passesAll) passing.push(match);
    total += count;
    add(documentKept, document, count);
    const share = segments.startOf(segment) / Math.max(1, lengths[document] ?? 1);
    const part = Math.min(BAR_PARTS - 1, Math.floor(share * BAR_PARTS));
    add(parts, document * BAR_PARTS + part, count);
  }
  return {
    kept: passesAll ? matches : passing,
    total,
    documentCounts: positiveEntries(documentKept, (document) => document),
    barOf: (document) => [...parts.slice(document * BAR_PARTS, (document + 1) * BAR_PARTS)],
    facets: {
      scopes: new Map([
        ['text', inText],
        ['tables', inTables],
      ]),
      documents: positiveEntries(documentFacet, (document) => document),
      kinds: positiveEntries(kindFacet, (kind) => segmentKinds[kind] ?? 'paragraph'),
      leads,
    },
  };
}

function add(counts: Int32Array, index: number, count: number): void {
  counts[index] = (counts[index] ?? 0) + count;
}

function positiveEntries<Key>(
  counts: Int32Array,
  keyOf: (index: number) => Key,
): ReadonlyMap<Key, number> {
  const entries = new Map<Key, number>();
  counts.forEach((count, index) => {
    if (count > 0) entries.set(keyOf(index), count);
  });
  return entries;
}
