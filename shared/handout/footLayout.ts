// Footnotes at the foot of the printed page. The engine knows none, so pages are printed, the marks are
// looked up in what was printed, and room is left for their notes on the next pass, until every note stands
// below its mark. Lengths in points.

/** What is left free at the foot of one page, and the notes that stand there. */
export type FootZone = { readonly notes: readonly number[]; readonly height: number };

export type FootLayout = {
  /** One for each page, from the first; none after the last. */
  readonly zones: readonly FootZone[];
  /** The page that the last step corrected, counted from 0; null before the first step. */
  readonly corrected: number | null;
};

/** Where a mark was printed: its page, from 0, and the foot of its line below the top of the text. */
export type NoteMark = { readonly note: number; readonly page: number; readonly bottom: number };

type Measures = {
  /** Height of each note, by its number. */
  readonly heights: ReadonlyMap<number, number>;
  /** Height of the text on a page without notes. */
  readonly area: number;
  /** From line to line. */
  readonly pitch: number;
};

/** Between the text and the first note; the rule stands in it. */
export const NOTE_GAP = 9;

export const noFootLayout: FootLayout = { zones: [], corrected: null };

/**
 * The layout for the next pass, or null when every page holds the notes of its marks.
 * Pages before the first wrong one are right and stay; a page that is wrong for the second time only grows,
 * so that the passes come to an end.
 */
export function nextFootLayout(
  layout: FootLayout,
  marks: readonly NoteMark[],
  measures: Measures,
): FootLayout | null {
  const pages = Math.max(layout.zones.length, ...marks.map((mark) => mark.page + 1));
  const wrong = Array.from({ length: pages }, (_, page) => page).find(
    (page) => !isRight(layout.zones[page], notesOn(marks, page), measures),
  );
  if (wrong === undefined) return null;
  const right = Array.from({ length: wrong }, (_, page) => layout.zones[page] ?? emptyZone);
  if (layout.corrected !== wrong) {
    return { zones: [...right, ...plan(layout, marks, measures, wrong)], corrected: wrong };
  }
  const notes = notesOn(marks, wrong);
  const height = Math.max(layout.zones[wrong]?.height ?? 0, zoneHeight(notes, measures));
  return {
    zones: [...right, { notes, height }, ...plan(layout, marks, measures, wrong + 1)],
    corrected: wrong,
  };
}

/** True when every page keeps the same notes in the same room. */
export function isSameFoot({ zones: some }: FootLayout, { zones: others }: FootLayout): boolean {
  return (
    some.length === others.length &&
    some.every((zone, page) => {
      const other = others[page];
      return other?.height === zone.height && holds(zone, other.notes);
    })
  );
}

const emptyZone: FootZone = { notes: [], height: 0 };

function notesOn(marks: readonly NoteMark[], page: number): readonly number[] {
  return marks.filter((mark) => mark.page === page).map((mark) => mark.note);
}

function isRight(
  zone: FootZone = emptyZone,
  notes: readonly number[],
  measures: Measures,
): boolean {
  return zone.height >= zoneHeight(notes, measures) && holds(zone, notes);
}

function holds(zone: FootZone, notes: readonly number[]): boolean {
  return zone.notes.length === notes.length && zone.notes.every((note, at) => note === notes[at]);
}

function zoneHeight(notes: readonly number[], { heights }: Measures): number {
  if (notes.length === 0) return 0;
  return notes.reduce((sum, note) => sum + (heights.get(note) ?? 0), NOTE_GAP);
}

/**
 * Fills pages from `first` on as a typesetter would: a line goes onto the page if its note fits below it too,
 * else the page ends above it. What was printed tells where the lines are in the flow of the text.
 */
function plan(
  layout: FootLayout,
  marks: readonly NoteMark[],
  measures: Measures,
  first: number,
): readonly FootZone[] {
  const { area, pitch } = measures;
  const room = (height: number): number => Math.floor((area - height) / pitch + 0.01) * pitch;
  const zones: FootZone[] = [];
  let notes: number[] = [];
  let start = 0;
  for (const mark of marks) {
    if (mark.page < first) continue;
    let bottom = mark.bottom;
    for (let page = first; page < mark.page; page += 1) {
      bottom += room(layout.zones[page]?.height ?? 0);
    }
    const lineFits = (): boolean =>
      bottom - start <= area - zoneHeight([...notes, mark.note], measures);
    // A line that fills a page alone with its note has to stand somewhere.
    while (!lineFits() && (notes.length > 0 || bottom - start > pitch * 1.5)) {
      const above = Math.max(pitch, bottom - pitch - start);
      // High enough for the notes so far, and to keep the line that does not fit off the page.
      const needed = Math.max(zoneHeight(notes, measures), area - above - pitch / 2, 0);
      const height = Math.min(area - pitch, needed);
      zones.push({ notes, height });
      start += room(height);
      notes = [];
    }
    notes.push(mark.note);
  }
  return [...zones, { notes, height: zoneHeight(notes, measures) }];
}
