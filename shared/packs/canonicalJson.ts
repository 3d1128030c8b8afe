/** What a manifest may hold: no fractions and no undefined, so that the number rules of RFC 8785 are not needed. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * One value, one text (the JSON Canonicalization Scheme, RFC 8785, for integers): no white space, keys
 * in the order of their UTF-16 units. Throws on fractions, unsafe integers and lone surrogates, which
 * have no one text.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('only safe integers have a canonical text');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('a lone surrogate has no canonical text');
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${entries.join(',')}}`;
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
