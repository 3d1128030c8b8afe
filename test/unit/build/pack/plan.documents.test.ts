// The five-year plan against what a person read in its source: every segment with its lines, both tables
// cell by cell, every footnote with the place of its mark.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DraftSegment } from '../../../../build/pack/draft.ts';
import { segmentSeed } from '../../../support/segmentSeed.ts';
import { unaccounted } from '../../../support/unaccounted.ts';

const gold = z
  .strictObject({
    /** "source lines, kind (level or [marker]), text": of a long text its beginning ~ its end, without white space */
    segments: z.array(z.string()),
    /** Rows with their cells between |, merged cells repeated. */
    tables: z.array(z.array(z.string())),
    /** "marker, what stands before the mark ^ what stands behind it" */
    marks: z.array(z.string()),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../../support/gold/002.json', import.meta.url), 'utf8')),
  );

const seed = segmentSeed('002');
const segments = seed.documents.flatMap((document) => document.segments);
const lineStarts = [0, ...[...seed.source.matchAll(/\n/g)].map((match) => match.index + 1)];

function lineOf(unit: number): number {
  return lineStarts.findLastIndex((start) => start <= unit) + 1;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Lines that hold something of the segment, as ranges; lines between them that are blank or noise left out. */
function linesOf({ text, kind }: DraftSegment): string {
  const lines = new Set(
    text.origins.flatMap(({ source, length }) => [lineOf(source), lineOf(source + length - 1)]),
  );
  const sorted = [...lines].sort((one, other) => one - other);
  if (kind === 'table') return `${String(sorted[0])}-${String(sorted.at(-1))}`;
  const ranges: [number, number][] = [];
  for (const line of sorted) {
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`))
    .join(',');
}

function describeSegment(segment: DraftSegment): string {
  const marker = segment.detail?.marker;
  const kind = `${segment.kind}${String(segment.level ?? '')}${marker === undefined ? '' : `[${marker}]`}`;
  const text = bare(segment.text.text);
  if (segment.kind === 'table') return `${linesOf(segment)} ${kind}`;
  const isShort = text.length <= 34;
  return `${linesOf(segment)} ${kind} ${isShort ? text : `${text.slice(0, 14)} ~ ${text.slice(-14)}`}`;
}

function rowsOf({ text, detail }: DraftSegment): readonly string[] {
  const cells = detail?.cells ?? [];
  const height = Math.max(...cells.map((cell) => cell.row + cell.rowSpan));
  return Array.from({ length: height }, (_, row) =>
    cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((one, other) => one.column - other.column)
      .map((cell) => text.text.slice(cell.start, cell.end))
      .join('|'),
  );
}

describe('the five-year plan', () => {
  it('is read by the general rules', () => {
    expect(seed.segmenter).toBe('general');
  });

  it('loses and invents no character', () => {
    expect(unaccounted(seed.source, seed.documents, seed.removals)).toEqual([]);
  });

  it('is cut into the segments a person sees, each from its lines', () => {
    expect(segments.map(describeSegment)).toEqual(gold.segments);
  });

  it('keeps every character that is no noise', () => {
    const noise =
      /\[bookmark:[^\]]*\]|\[footnoteRef:\d\]|\[image:[^\]]*\]|描述已自动生成\]|\[\d:|\]/gu;
    const pageNumbers = [697, 797];
    const printed = seed.source
      .split('\n')
      .filter((_, index) => !pageNumbers.includes(index + 1))
      .join('\n')
      .replace(noise, '');
    const inAnyOrder = (text: string): string => [...bare(text)].sort().join('');

    expect(inAnyOrder(segments.map((segment) => segment.text.text).join(''))).toBe(
      inAnyOrder(printed),
    );
  });

  it('has both tables cell by cell, categories repeated', () => {
    const tables = segments.filter((segment) => segment.kind === 'table');

    expect(tables.map(rowsOf)).toEqual(gold.tables);
    expect(tables.map((table) => table.detail?.headerRows)).toEqual([1, 1]);
  });

  it('has the mark of every footnote at its place', () => {
    const marks = segments.flatMap(({ text: { text }, detail }) =>
      (detail?.footnoteMarks ?? []).map(
        ({ marker, offset }) =>
          `${marker} ${text.slice(offset - 6, offset)}^${text.slice(offset, offset + 3)}`,
      ),
    );

    expect(marks).toEqual(gold.marks);
  });

  it('numbers its boxes and knows their titles and leads', () => {
    const boxes = segments.filter((segment) => segment.kind === 'callout_title');

    expect(
      boxes.map(({ text, detail }) => [
        detail?.number,
        text.text.slice(detail?.title?.start, detail?.title?.end),
      ]),
    ).toEqual([
      ['1', '中新合作国际化走廊'],
      ['2', '姑苏实验室重点发展方向'],
      ['3', '制造业高质量发展五大专项行动计划'],
      ['4', '五大千亿级先进制造业集群重点发展方向'],
      ['5', '中新生物技术创新岛'],
      ['6', '公共文化服务设施重大工程'],
    ]);
    expect(new Set(boxes.map(({ detail }) => detail?.group)).size).toBe(6);
  });

  it('marks the sentence that opens a paragraph as its lead, not as a heading', () => {
    const leadOf = (begin: string): string | undefined => {
      const found = segments.find((segment) => segment.text.text.startsWith(begin));
      const lead = found?.detail?.leads?.[0];
      return lead && found.text.text.slice(lead.start, lead.end);
    };

    expect(leadOf('经济实力实现新跨越')).toBe('经济实力实现新跨越。');
    expect(leadOf('——开放引领')).toBe('开放引领。');
    expect(leadOf('——建成链接全球')).toBe(
      '建成链接全球的全方位开放高地，成为世界看中国、世界看苏州的重要窗口。',
    );
    expect(leadOf('共建主体')).toBe('共建主体：');
    expect(leadOf('充分发挥园区开放平台集聚优势')).toBeUndefined();
    expect(leadOf('高举中国特色社会主义伟大旗帜')).toBeUndefined();
  });
});
