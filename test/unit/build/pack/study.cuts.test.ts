import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftSegment } from '../../../../build/pack/draft.ts';
import { markTasks } from '../../../../build/pack/general/markTasks.ts';
import { segmentLines } from '../../../../build/pack/general/segmentLines.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';
import { openLedger } from '../../../../build/pack/text/ledger.ts';

const seed = new URL('../../../../seeds/003_9eb184e256992d59.txt', import.meta.url);
const printed = readFileSync(seed, 'utf8').split('\n');

function contentOf(segments: readonly DraftSegment[]) {
  return segments.map(({ kind, level, text, detail }) => ({
    kind,
    level,
    detail,
    text: text.text,
  }));
}

function segment(text: string): readonly DraftSegment[] {
  return markTasks(segmentLines(splitLines(text), openLedger(), 1));
}

/** Where a page could end without leaving a whole sentence behind. */
function places(line: string): readonly number[] {
  const found: number[] = [];
  for (let at = 40; at < line.length - 4; at += 1) {
    const head = line.slice(0, at);
    const isBetweenWords = /\s$/.test(head) || /^[\s*]/.test(line.slice(at)) || head.endsWith('*');
    const isInBold = head.split('**').length % 2 === 0;
    if (!isBetweenWords && !isInBold && !/[。！？；：][）)”’》]*$/u.test(head)) found.push(at);
  }
  return found;
}

const paragraphs = printed
  .filter((line) => !line.startsWith('#') && line.length > 60)
  .map((line) => ({ line, cuts: places(line) }))
  .filter(({ cuts }) => cuts.length > 0);

const cutParagraph = fc
  .constantFrom(...paragraphs)
  .chain(({ line, cuts }) => fc.record({ line: fc.constant(line), at: fc.constantFrom(...cuts) }));

const pieces = [
  '#',
  '## ',
  '**',
  '（',
  ')',
  '“',
  '”',
  '。',
  '，',
  '、',
  '：',
  '一、',
  '（二）',
  '3. ',
  '——',
];
const words = [
  '市科技局',
  '牵头',
  '等参与',
  '附件 1',
  '建设 AI 5G',
  '\u{20000}',
  '\ufffd',
  'a',
  '2022年1月',
];
const noise = fc.array(fc.constantFrom(...pieces, ...words, '\n', '\n\n', ' '), { maxLength: 60 });

describe('plans and opinions', () => {
  it('come out the same wherever a page cuts a paragraph', () => {
    fc.assert(
      fc.property(cutParagraph, ({ line, at }) => {
        const frame = (middle: string): string => `一、目标\n\n${middle}\n\n二、任务`;
        const cut = segment(frame(`${line.slice(0, at)}\n\n${line.slice(at)}`));
        expect(contentOf(cut)).toEqual(contentOf(segment(frame(line))));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('keep every unit of any text in one place', () => {
    fc.assert(
      fc.property(noise, (parts) => {
        const text = parts.join('');
        const ledger = openLedger();
        const segments = markTasks(segmentLines(splitLines(text), ledger, 1));
        const times = new Array<number>(text.length).fill(0);
        const take = (start: number, end: number): void => {
          for (let unit = start; unit < end; unit += 1) times[unit] = (times[unit] ?? 0) + 1;
        };
        for (const { start, end } of ledger.list()) take(start, end);
        for (const origin of segments.flatMap((one) => one.text.origins)) {
          take(origin.source, origin.source + origin.length);
        }
        const wrong = times.flatMap((count, unit) =>
          count === 1 || (count === 0 && /\s/.test(text.charAt(unit))) ? [] : [unit],
        );
        expect(wrong).toEqual([]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('give details that lie in their text', () => {
    fc.assert(
      fc.property(noise, (parts) => {
        for (const { text, detail } of segment(parts.join(''))) {
          const ranges = [
            ...(detail?.leads ?? []),
            ...(detail?.leadDepartments ?? []),
            ...(detail?.participatingDepartments ?? []),
          ];
          for (const { start, end } of ranges) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.text.length);
          }
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
