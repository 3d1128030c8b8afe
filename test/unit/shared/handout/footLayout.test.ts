import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextFootLayout,
  noFootLayout,
  NOTE_GAP,
  type FootLayout,
  type NoteMark,
} from '../../../../shared/handout/footLayout.ts';

const pitch = 30;
const linesPerPage = 22;
const area = pitch * linesPerPage + 1;

/** A line of text: the heights of the notes its marks call for. */
type Line = readonly number[];

/** An engine in small: lines go onto a page as long as they end above what is kept free at its foot. */
function printMarks(lines: readonly Line[], { zones }: FootLayout): NoteMark[] {
  const marks: NoteMark[] = [];
  let page = 0;
  let at = 0;
  for (const line of lines) {
    while (at > 0 && (at + 1) * pitch > area - (zones[page]?.height ?? 0)) {
      page += 1;
      at = 0;
    }
    at += 1;
    line.forEach(() => marks.push({ note: marks.length + 1, page, bottom: at * pitch }));
  }
  return marks;
}

function settle(lines: readonly Line[]) {
  const heights = new Map(lines.flat().map((height, index) => [index + 1, height]));
  let layout = noFootLayout;
  for (let passes = 1; ; passes += 1) {
    const marks = printMarks(lines, layout);
    const next = nextFootLayout(layout, marks, { heights, area, pitch });
    if (next === null) return { layout, marks, heights, passes };
    if (passes > 200) throw new Error('the passes do not come to an end');
    layout = next;
  }
}

const plainLine: Line = [];

describe('footnotes at the foot of their pages', () => {
  it('needs one pass where there are none', () => {
    expect(settle([plainLine, plainLine]).passes).toBe(1);
  });

  it('stand below the text of the page that holds their marks', () => {
    const lines = [[40], ...Array.from({ length: 30 }, () => plainLine), [40]];
    const { layout, marks, passes } = settle(lines);

    expect(marks.map((mark) => mark.page)).toEqual([0, 1]);
    expect(layout.zones.map((zone) => zone.notes)).toEqual([[1], [2]]);
    expect(layout.zones[0]?.height).toBe(40 + NOTE_GAP);
    expect(passes).toBe(2);
  });

  it('takes a line to the next page where its note does not fit below it', () => {
    const lines = [...Array.from({ length: 21 }, () => plainLine), [60], [60]];
    const { layout } = settle(lines);

    expect(layout.zones.map((zone) => zone.notes)).toEqual([[], [1, 2]]);
  });

  it('fills pages of one-line quotations as full as they get', () => {
    const lines = Array.from({ length: 60 }, () => [34]);
    const { layout, passes } = settle(lines);

    expect(layout.zones[0]?.notes).toHaveLength(10);
    expect(passes).toBeLessThan(6);
  });

  it('finds its end for any text, with every note below its mark and none over a line', () => {
    const line = fc.array(fc.constantFrom(17, 34, 51), { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 150 }), (lines) => {
        const { layout, marks, heights } = settle(lines);
        expect(layout.zones.flatMap((zone) => zone.notes)).toEqual(marks.map((mark) => mark.note));
        for (const { note, page, bottom } of marks) {
          const zone = layout.zones[page];
          expect(zone?.notes).toContain(note);
          const needed = zone?.notes.reduce((sum, one) => sum + (heights.get(one) ?? 0), NOTE_GAP);
          expect(zone?.height).toBeGreaterThanOrEqual(needed ?? Infinity);
          expect(bottom).toBeLessThanOrEqual(area - (zone?.height ?? 0));
        }
      }),
    );
  });
});
