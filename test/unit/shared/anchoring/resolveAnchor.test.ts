import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEdition, type EditionDocument } from '../../../../shared/anchoring/edition.ts';
import { makeAnchor } from '../../../../shared/anchoring/makeAnchor.ts';
import { resolveAnchor } from '../../../../shared/anchoring/resolveAnchor.ts';
import { anchorSchema, type Anchor } from '../../../../shared/domain/annotation.ts';
import { documentIdSchema, segmentIdSchema } from '../../../../shared/domain/ids.ts';
import type { TextRange } from '../../../../shared/domain/place.ts';

/** A paragraph with the name under which a later edition knows it. */
type Paragraph = { readonly name: string; readonly text: string };

function documentOf(paragraphs: readonly Paragraph[]): EditionDocument {
  const id = documentIdSchema.parse('plan');
  let start = 0;
  const segments = paragraphs.map(({ name, text }, ord) => {
    const segment = {
      id: segmentIdSchema.parse(name),
      documentId: id,
      ord,
      kind: 'paragraph',
      level: null,
      start,
      end: start + text.length,
      sectionKey: null,
      paragraphNumber: ord + 1,
      hash: createHash('sha256').update(text).digest('hex').slice(0, 32),
      detail: {},
    } as const;
    start = segment.end + 1;
    return segment;
  });
  return { id, text: paragraphs.map(({ text }) => text).join('\n'), segments };
}

function paragraphsOf(...texts: readonly string[]): Paragraph[] {
  return texts.map((text, n) => ({ name: `p${n}`, text }));
}

function anchorOn(document: EditionDocument, range: TextRange): Anchor {
  const anchor = makeAnchor({ document, packVersion: 1 }, range);
  if (anchor === null) throw new Error('the range touches no segment');
  return anchor;
}

function anchorOnQuote(document: EditionDocument, quote: string): Anchor {
  const start = document.text.indexOf(quote);
  return anchorOn(document, { start, end: start + quote.length });
}

function resolve(anchor: Anchor, paragraphs: readonly Paragraph[]) {
  return resolveAnchor(anchor, indexEdition([documentOf(paragraphs)]));
}

const before = paragraphsOf(
  '园区应当在三十日内作出决定。',
  '申请人的材料不得公开，法律另有规定的除外。',
  '推进新加坡国立大学苏州研究院发展，联合布局一批重大创新平台和项目。',
);
const old = documentOf(before);

describe('resolving an anchor in another edition', () => {
  it('leaves a mark where it is when its paragraph is the same, wherever that begins now', () => {
    const anchor = anchorOnQuote(old, '不得公开');
    const after = [
      { name: 'p0', text: '园区应当在三十个工作日之内作出书面决定。' },
      ...before.slice(1),
    ];

    const resolution = resolve(anchor, after);

    expect(resolution.status).toBe('unchanged');
    expect(resolution).toMatchObject({ place: { start: anchor.start + 6, end: anchor.end + 6 } });
  });

  it('moves a mark with its paragraph', () => {
    const anchor = anchorOnQuote(old, '三十日');

    const resolution = resolve(anchor, paragraphsOf(...before.toReversed().map((p) => p.text)));

    expect(resolution).toEqual({
      status: 'moved',
      place: { documentId: 'plan', start: 61, end: 64 },
    });
  });

  it('asks a person when the same paragraph now stands twice elsewhere', () => {
    const anchor = anchorOnQuote(old, '三十日');
    const text = '园区应当在三十日内作出决定。';

    const resolution = resolve(anchor, [
      { name: 'x1', text },
      { name: 'x2', text },
    ]);

    expect(resolution.status).toBe('changed');
  });

  it('asks a person also when the line end in a quote stands behind one of the two alone', () => {
    const anchor = anchorOnQuote(old, '作出决定。\n');
    const text = '园区应当在三十日内作出决定。';

    const resolution = resolve(anchor, [
      { name: 'x1', text },
      { name: 'x2', text },
    ]);

    expect(resolution.status).toBe('changed');
  });

  it.each([
    ['a changed deadline', '三十日', '园区应当在六十日内作出决定。', '六十日'],
    ['a lifted ban', '不得公开', '申请人的材料可以公开，法律另有规定的除外。', '可以公开'],
    [
      'an equal quote in a changed sentence',
      '公开',
      '申请人的材料可以公开，法律另有规定的除外。',
      '公开',
    ],
  ])('never re-attaches by itself: %s', (_case, quote, edited, proposed) => {
    const anchor = anchorOnQuote(old, quote);
    const after = before.map((p) => (p.text.includes(quote) ? { ...p, text: edited } : p));

    const resolution = resolve(anchor, after);

    expect(resolution).toMatchObject({ status: 'changed' });
    if (resolution.status !== 'changed') throw new Error('unreachable');
    expect(resolution.proposal.text).toContain(proposed);
    expect(resolution.proposal.score).toBeLessThanOrEqual(1);
  });

  it('says so when nothing similar is left', () => {
    const anchor = anchorOnQuote(old, '重大创新平台');

    expect(resolve(anchor, paragraphsOf('今天天气晴朗，适宜出行。'))).toEqual({ status: 'gone' });
  });

  it('asks when the end of a quote across paragraphs lies in a changed one', () => {
    const anchor = anchorOnQuote(old, '作出决定。\n申请人的材料');
    const after = before.map((p) =>
      p.name === 'p1' ? { ...p, text: '申请人的材料可以公开，法律另有规定的除外。' } : p,
    );

    expect(resolve(anchor, before).status).toBe('unchanged');
    expect(resolve(anchor, after).status).toBe('changed');
  });

  it('trusts the text more than a hash that came in a file', () => {
    const honest = anchorOnQuote(old, '三十日');
    const forged: Anchor = { ...honest, quote: '六十日' };

    expect(resolve(forged, before).status).toBe('changed');
  });
});

const sentence = fc
  .array(
    fc.constantFrom(
      '应当',
      '可以',
      '不得',
      '公开',
      '三十',
      '六十',
      '日内',
      '，',
      '。',
      '𠮷',
      '园区',
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((words) => words.join(''));
const edition = fc
  .array(sentence, { minLength: 1, maxLength: 12 })
  .map((all) => paragraphsOf(...all));

type Edit = { readonly kind: string; readonly at: number; readonly text: string };
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'replace', 'delete', 'copy', 'move'),
    at: fc.nat(50),
    text: sentence,
  }),
  { maxLength: 6 },
);

function edit(paragraphs: readonly Paragraph[], { kind, at, text }: Edit, n: number): Paragraph[] {
  const index = at % paragraphs.length;
  const one = paragraphs[index];
  if (one === undefined) return [...paragraphs];
  const rest = paragraphs.toSpliced(index, 1);
  switch (kind) {
    case 'insert':
      return paragraphs.toSpliced(index, 0, { name: `new${n}`, text });
    case 'replace':
      return paragraphs.with(index, { ...one, text });
    case 'copy':
      return [...paragraphs, { name: `copy${n}`, text: one.text }];
    case 'move':
      return [...rest, { ...one, name: `moved${n}` }];
    default:
      return rest.length === 0 ? [...paragraphs] : rest;
  }
}

const marked = fc
  .record({ paragraphs: edition, edits, at: fc.nat(), length: fc.integer({ min: 1, max: 60 }) })
  .map(({ paragraphs, edits: all, at, length }) => {
    const document = documentOf(paragraphs);
    const start = at % document.text.length;
    const range = { start, end: Math.min(document.text.length, start + length) };
    const after = documentOf(all.reduce(edit, paragraphs));
    return { document, after, anchor: makeAnchor({ document, packVersion: 1 }, range) };
  })
  .filter(({ anchor }) => anchor !== null);

/** The whole texts of the segments a range touches. */
function touched(document: EditionDocument, range: TextRange): string[] {
  return document.segments
    .filter((segment) => segment.start < range.end && range.start < segment.end)
    .map((segment) => document.text.slice(segment.start, segment.end));
}

describe('whatever happens to a document', () => {
  it('an anchor is valid, holds the text it was made on, and is found there again', () => {
    fc.assert(
      fc.property(marked, ({ document, anchor }) => {
        if (anchor === null) return;
        const { start, end } = anchor;

        expect(anchorSchema.parse(anchor)).toEqual(anchor);
        expect(document.text.slice(start, end)).toBe(anchor.quote);
        expect(document.text.slice(0, start).endsWith(anchor.prefix)).toBe(true);
        expect(document.text.slice(end).startsWith(anchor.suffix)).toBe(true);
        expect(resolveAnchor(anchor, indexEdition([document]))).toEqual({
          status: 'unchanged',
          place: { documentId: 'plan', start, end },
        });
      }),
    );
  });

  it('a mark attaches by itself only to byte-equal segments, and elsewhere only to the sole ones', () => {
    fc.assert(
      fc.property(marked, ({ document, after, anchor }) => {
        if (anchor === null) return;
        const resolution = resolveAnchor(anchor, indexEdition([after]));
        if (resolution.status === 'changed' || resolution.status === 'gone') return;

        const { place } = resolution;
        const texts = touched(document, anchor);
        expect(after.text.slice(place.start, place.end)).toBe(anchor.quote);
        expect(touched(after, place)).toEqual(texts);
        if (resolution.status !== 'moved') return;
        const all = after.segments.map((segment) => after.text.slice(segment.start, segment.end));
        const runs = all.filter((_, n) => texts.every((text, k) => all[n + k] === text));
        expect(runs).toHaveLength(1);
      }),
    );
  });

  it('the anchor stays as written, so that going back to the old edition finds every mark', () => {
    fc.assert(
      fc.property(marked, ({ document, after, anchor }) => {
        if (anchor === null) return;
        const written = structuredClone(anchor);

        const resolution = resolveAnchor(anchor, indexEdition([after]));

        expect(['unchanged', 'moved', 'changed', 'gone']).toContain(resolution.status);
        expect(anchor).toEqual(written);
        expect(resolveAnchor(anchor, indexEdition([document])).status).toBe('unchanged');
      }),
    );
  });

  it('a proposal shows the text that really stands at its place', () => {
    fc.assert(
      fc.property(marked, ({ after, anchor }) => {
        if (anchor === null) return;
        const resolution = resolveAnchor(anchor, indexEdition([after]));
        if (resolution.status !== 'changed') return;

        const { place, text, score } = resolution.proposal;
        expect(after.text.slice(place.start, place.end)).toBe(text);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
