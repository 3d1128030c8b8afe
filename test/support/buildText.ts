import { buildSource, type BuiltSource } from '../../build/pack/buildSource.ts';

/** A text through the whole builder, as a file of this name without a manifest; throws where it is refused. */
export function buildText(text: string, file = 'text.md'): BuiltSource {
  const about = { file, origin: 'unknown', rights: 'unknown', status: null, documents: [] };
  const result = buildSource(new TextEncoder().encode(text), about, []);
  if (!result.ok) throw new Error(`${result.error.reason}: ${result.error.detail}`);
  return result.source;
}

/** "kind (and level) text" of every segment. */
export function describeSegments(source: BuiltSource): readonly string[] {
  return source.documents.flatMap(({ segments, text }) =>
    segments.map(
      ({ kind, level, start, end }) =>
        `${kind}${level === null ? '' : String(level)} ${text.text.slice(start, end)}`,
    ),
  );
}
