// The two presets in numbers. `official` is GB/T 9704-2012: 5.2.1 (white 37 and 28 mm, type area 156 × 225 mm),
// 5.2.3 (22 lines of 28 characters), 7.3 (2号 title, 3号 body), 7.5 (4号 page numbers, 7 mm under the type area).
// 28 characters of 16 pt would need 158 mm, so the body is 15.75 pt; 29.6 pt from line to line fill 225 mm
// from the first line's ink to the last one's. The margins lie half the leading outside the white.

import type { HandoutPreset } from '../domain/handout.ts';

/** Sizes in points, lengths in millimetres. */
export type PageMeasures = {
  readonly margin: {
    readonly top: number;
    readonly bottom: number;
    /** The binding side: left on odd pages, right on even ones. */
    readonly inner: number;
    readonly outer: number;
  };
  /**
   * Word files begin this much higher. A page engine sets half the leading above a line; word processors set
   * up to four fifths of it there (LibreOffice does), so the white would be 1.2 mm more. Half of that keeps
   * both within the standard's millimetre.
   */
  readonly wordRise: number;
  readonly body: number;
  /** From one baseline to the next. */
  readonly pitch: number;
  readonly title: number;
  readonly citation: number;
  /** Footnotes and endnotes. */
  readonly note: number;
  readonly table: number;
  readonly tablePitch: number;
  readonly pageNumber: number;
  /** Upper edge of the page number's dash, from the foot of the page. */
  readonly pageNumberRise: number;
};

export const pageMeasures: Readonly<Record<HandoutPreset, PageMeasures>> = {
  official: {
    margin: { top: 34.6, bottom: 32.6, inner: 28, outer: 26 },
    wordRise: 0.6,
    body: 15.75,
    pitch: 29.6,
    title: 22,
    citation: 14,
    note: 10.5,
    table: 12,
    tablePitch: 18,
    pageNumber: 14,
    pageNumberRise: 28,
  },
  compact: {
    margin: { top: 25, bottom: 24, inner: 25, outer: 22 },
    wordRise: 0,
    body: 12,
    pitch: 21,
    title: 18,
    citation: 10.5,
    note: 9,
    table: 10.5,
    tablePitch: 15,
    pageNumber: 10.5,
    pageNumberRise: 16,
  },
};
