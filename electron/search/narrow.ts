// Filters chosen with the mouse and filters typed, as one set of conditions on a segment.

import { assertNever } from '../../shared/domain/result.ts';
import type { SegmentKind } from '../../shared/domain/segment.ts';
import type { SearchFilters, SearchScope } from '../../shared/ipc/searching.ts';
import { foldKey } from '../../shared/search/fold.ts';
import type { FilterField, Query } from '../../shared/search/parseQuery.ts';
import { readKinds } from '../../shared/search/readKinds.ts';
import type { SearchedPack } from './findSegments.ts';
import { listLeadDepartments } from './listLeadDepartments.ts';

/** Null lets everything pass. */
export type Conditions = {
  readonly scope: SearchScope | null;
  readonly documents: ReadonlySet<number> | null;
  readonly kinds: ReadonlySet<SegmentKind> | null;
  readonly leads: ReadonlySet<string> | null;
};

/** Positions of the documents whose title or file name holds the value. */
function findDocuments(pack: SearchedPack, value: string): readonly number[] {
  const key = foldKey(value);
  if (key === '') return [];
  return pack.text.documents.flatMap((document, position) =>
    [document.title, document.shortTitle, document.sourceName].some((name) =>
      foldKey(name).includes(key),
    )
      ? [position]
      : [],
  );
}

function findLeads(pack: SearchedPack, value: string): readonly string[] {
  const key = foldKey(value);
  return key === '' ? [] : listLeadDepartments(pack).filter((name) => foldKey(name).includes(key));
}

/** Whether a typed filter names something this briefing has. */
export function hasFilterValue(pack: SearchedPack, field: FilterField, value: string): boolean {
  switch (field) {
    case 'document':
      return findDocuments(pack, value).length > 0;
    case 'kind':
      return readKinds(value).length > 0;
    case 'lead':
      return findLeads(pack, value).length > 0;
    default:
      return assertNever(field);
  }
}

/** Typed filters of one field add up; what was typed narrows what was chosen. */
export function readConditions(
  pack: SearchedPack,
  chosen: SearchFilters,
  typed: Query['filters'],
): Conditions {
  const valuesOf = (field: FilterField): readonly string[] =>
    typed.filter((filter) => filter.field === field).map(({ value }) => value);
  const typedKinds = valuesOf('kind').flatMap((value) => readKinds(value));
  const kinds = typedKinds.filter((kind) => kind !== 'notes');
  const chosenDocuments = pack.text.documents.flatMap(({ id }, position) =>
    chosen.documentIds.includes(id) ? [position] : [],
  );
  return {
    scope: typedKinds.includes('notes') && kinds.length === 0 ? 'notes' : chosen.scope,
    documents: both(
      chosen.documentIds.length > 0 ? chosenDocuments : null,
      valuesOf('document').length > 0
        ? valuesOf('document').flatMap((value) => findDocuments(pack, value))
        : null,
    ),
    kinds: both(chosen.kinds.length > 0 ? chosen.kinds : null, kinds.length > 0 ? kinds : null),
    leads: both(
      chosen.leads.length > 0 ? chosen.leads : null,
      valuesOf('lead').length > 0
        ? valuesOf('lead').flatMap((value) => findLeads(pack, value))
        : null,
    ),
  };
}

function both<Value>(
  one: readonly Value[] | null,
  other: readonly Value[] | null,
): ReadonlySet<Value> | null {
  if (one === null || other === null) {
    const only = one ?? other;
    return only === null ? null : new Set(only);
  }
  return new Set(one.filter((value) => other.includes(value)));
}

/** The scope that a kind of segment belongs to. */
export function scopeOf(kind: SegmentKind): SearchScope {
  return kind === 'table' || kind === 'table_title' ? 'tables' : 'text';
}
