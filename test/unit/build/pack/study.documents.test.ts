import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DraftDocument, DraftSegment, SourceLine } from '../../../../build/pack/draft.ts';
import { applyCorrection } from '../../../../build/pack/read/applyCorrection.ts';
import { correctionsSchema } from '../../../../build/pack/read/manifest.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { studySegmenter } from '../../../../build/pack/study/studySegmenter.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';
import { readStudyGold } from '../../../support/readStudyGold.ts';

function seed(name: string): string {
  return readFileSync(new URL(`../../../../seeds/${name}`, import.meta.url), 'utf8');
}

const file = '003_9eb184e256992d59.txt';
const source = seed(file);
function correctedLines(): readonly SourceLine[] {
  let lines = splitLines(source);
  for (const correction of correctionsSchema.parse(JSON.parse(seed('corrections.json')))) {
    if (correction.file !== file) continue;
    const corrected = applyCorrection(lines, correction);
    if (!corrected.ok) throw new Error(corrected.detail);
    lines = corrected.lines;
  }
  return lines;
}

const ledger = openLedger();
const documents = studySegmenter.segment({
  lines: correctedLines(),
  ledger,
});
const gold = readStudyGold();
const cases = gold.documents.map((expected, index) => ({
  title: expected.title,
  expected,
  actual: documents[index] ?? { role: 'document' as const, title: null, segments: [] },
}));

const lineEnds = [...source.matchAll(/\n/g)].map((match) => match.index);
function lineAt(unit: number): number {
  const line = lineEnds.findIndex((end) => unit <= end);
  return line === -1 ? lineEnds.length + 1 : line + 1;
}

function linesOf({ text }: DraftSegment): readonly number[] {
  const ends = text.origins.flatMap((origin) => [
    lineAt(origin.source),
    lineAt(origin.source + origin.length - 1),
  ]);
  return [...new Set(ends)];
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function describeSegment(segment: DraftSegment): string {
  const text = bare(segment.text.text);
  const short = text.length <= 40 ? text : `${text.slice(0, 16)}…${text.slice(-16)}`;
  return [linesOf(segment).join('+'), segment.kind, short, String(text.length)].join(' ');
}

function outlineOf({ segments }: DraftDocument): readonly string[] {
  return segments
    .filter((segment) => segment.kind === 'heading')
    .map((segment) => `${String(segment.level ?? 0)} ${bare(segment.text.text)}`);
}

function leadsOf({ segments }: DraftDocument): readonly string[] {
  return segments.flatMap((segment) =>
    (segment.detail?.leads ?? []).map((lead) => {
      const words = bare(segment.text.text.slice(lead.start, lead.end));
      return `${String(linesOf(segment)[0] ?? 0)} ${words}`;
    }),
  );
}

describe('the study compilation', () => {
  it('holds its front matter and eight documents, in their order', () => {
    expect(documents.map(({ role, title }) => ({ role, title }))).toEqual(
      gold.documents.map(({ role, title }) => ({ role, title })),
    );
  });

  it.each(cases)('gives $title every heading at its true level', ({ actual, expected }) => {
    expect(outlineOf(actual)).toEqual(expected.outline);
  });

  it.each(cases)('gives $title every paragraph whole and of its kind', ({ actual, expected }) => {
    expect(actual.segments.map(describeSegment)).toEqual(expected.segments);
  });

  it.each(cases)('gives $title its leads', ({ actual, expected }) => {
    expect(leadsOf(actual)).toEqual(expected.leads);
  });

  it.each(cases)('reads who issued $title and when', ({ actual, expected }) => {
    expect({ issuer: actual.issuer ?? null, date: actual.date ?? null }).toEqual({
      issuer: expected.issuer,
      date: expected.date,
    });
  });

  it('finds all 108 tasks with their departments', () => {
    const tasks = documents.flatMap(({ segments }) =>
      segments
        .filter((segment) => segment.kind === 'task')
        .map(({ text, detail }) => ({
          number: detail?.number,
          text: bare(text.text),
          lead: detail?.leadDepartments?.map((at) => text.text.slice(at.start, at.end)),
          participating: detail?.participatingDepartments?.map((at) =>
            text.text.slice(at.start, at.end),
          ),
          openEnded: detail?.participantsOpenEnded,
        })),
    );
    expect(gold.tasks).toHaveLength(108);
    expect(tasks).toEqual(gold.tasks);
  });

  it('puts every unit of the source in one place, or says why it is gone', () => {
    const taken = new Uint8Array(source.length);
    const take = (start: number, end: number): void => {
      for (let unit = start; unit < end; unit += 1) taken[unit] = (taken[unit] ?? 0) + 1;
    };
    for (const { start, end } of ledger.list()) take(start, end);
    for (const origin of documents.flatMap(({ segments }) =>
      segments.flatMap(({ text }) => text.origins),
    )) {
      take(origin.source, origin.source + origin.length);
    }
    const wrong = [...taken].flatMap((times, unit) =>
      times === 1 || (times === 0 && source.charAt(unit).trim() === '') ? [] : [unit],
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['000_ca3be36f710c51e3.txt'],
    ['001_5db80ae1d3a044e6.txt'],
    ['002_6bd1bcc28a376460.txt'],
    ['004_e93ddf8f2f6eb3ef.txt'],
  ])('is not what %s is taken for', (name) => {
    expect(studySegmenter.recognises(splitLines(seed(name)))).toBe(false);
  });
});
