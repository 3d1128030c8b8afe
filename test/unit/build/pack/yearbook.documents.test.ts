import { describe, expect, it } from 'vitest';
import type { DraftSegment } from '../../../../build/pack/draft.ts';
import { goldSegment, readGold } from '../../../support/readGold.ts';
import { segmentSeed } from '../../../support/segmentSeed.ts';
import { unaccounted } from '../../../support/unaccounted.ts';

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

function seen({ kind, level, text }: DraftSegment) {
  return { kind, level: level ?? null, text: bare(text.text) };
}

function leadsOf({ text, detail }: DraftSegment): readonly string[] {
  return (detail?.leads ?? []).map(({ start, end }) => text.text.slice(start, end));
}

/** The table with every merged cell in each of its rows. */
function rowsOf({ text, detail }: DraftSegment): readonly string[] {
  const rows: string[][] = [];
  for (const cell of detail?.cells ?? []) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      (rows[row] ??= [])[cell.column] = text.text.slice(cell.start, cell.end);
    }
  }
  return rows.map((cells) => cells.join('|'));
}

describe.each([
  ['004', 'yearbook'],
  ['000', 'article'],
  ['001', 'newsletter'],
] as const)('source %s', (prefix, segmenter) => {
  const gold = readGold(prefix);
  const seed = segmentSeed(prefix);
  const lines = seed.source.split('\n');

  it('is recognised by its text', () => {
    expect(seed.segmenter).toBe(segmenter);
  });

  it('holds the documents that it holds, in reading order', () => {
    const facts = seed.documents.map(({ role, title, author }) => ({
      role,
      title,
      author: author ?? null,
    }));
    expect(facts).toEqual(
      gold.documents.map(({ role, title, author }) => ({ role, title, author })),
    );
  });

  it.each(gold.documents.map(({ title, segments }, index) => ({ title, segments, index })))(
    'has every segment of $title, whole and in order',
    ({ segments, index }) => {
      const expected = segments.map((line) => goldSegment(line, lines));
      expect(seed.documents[index]?.segments.map(seen)).toEqual(expected);
    },
  );

  it('marks the sentences that lead a paragraph, and no others', () => {
    const segments = seed.documents.flatMap((document) => document.segments);
    expect(segments.flatMap(leadsOf)).toEqual(gold.leads);
  });

  it('removes what is noise and says why', () => {
    const counts: Record<string, number> = {};
    for (const { reason } of seed.removals) counts[reason] = (counts[reason] ?? 0) + 1;
    expect(counts).toEqual(gold.removed);
  });

  it('keeps every character that it does not remove in exactly one place', () => {
    expect(unaccounted(seed.source, seed.documents, seed.removals)).toEqual([]);
  });
});

describe('the newsletter', () => {
  it('knows who issued it and when', () => {
    const { issuer, date } = readGold('001').documents[0] ?? {};
    expect(segmentSeed('001').documents[0]).toMatchObject({ issuer, date });
  });
});

describe('the table of the yearbook', () => {
  const table = segmentSeed('004')
    .documents.flatMap((document) => document.segments)
    .find((segment) => segment.kind === 'table');

  it('is read cell by cell', () => {
    expect(table === undefined ? [] : rowsOf(table)).toEqual(readGold('004').table);
  });

  it('has one header row, six columns, and a category once for all its rows', () => {
    expect(table?.detail).toMatchObject({ headerRows: 1, columns: 6 });
    expect(table?.text.text.match(/经济结构/g)).toHaveLength(1);
    expect(
      table?.detail?.cells
        ?.filter((cell) => cell.rowSpan > 1)
        .map((cell) => [cell.row, cell.rowSpan]),
    ).toEqual([
      [1, 6],
      [7, 4],
      [11, 4],
      [15, 4],
      [19, 4],
    ]);
  });
});
