// Measures a page as a ruler would: rasterised by poppler, then looked at pixel by pixel.

import { readFileSync } from 'node:fs';
import { runTool } from './outsideTools.ts';

const DOTS_PER_INCH = 200;
/** Grey values below this are ink. */
const INK = 128;
/** Rows without ink that still belong to one line of text, in dots. */
const GAP = 6;

export type PageInk = {
  /** Lines of text from the top, the page number included. */
  readonly lines: number;
  /** White in millimetres: above the first line, and beside the lines above the page number. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** From the top of the first line to the foot of the last one above the page number, in millimetres. */
  readonly height: number;
};

/** Measures one page of a PDF; `stem` is a path for the picture, without its ending. */
export function measurePage(pdf: string, page: number, stem: string): PageInk {
  const number = String(page);
  const resolution = String(DOTS_PER_INCH);
  runTool('pdftoppm', [
    ...['-gray', '-singlefile', '-r', resolution, '-f', number, '-l', number],
    pdf,
    stem,
  ]);
  const { width, height, pixels } = readGrayMap(`${stem}.pgm`);
  const hasInk = (x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < INK;
  const xs = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
    xs.some((x) => hasInk(x, y)),
  );
  const starts = rows.filter((y, index) => y - (rows[index - 1] ?? -GAP - 1) > GAP);
  const first = starts[0] ?? 0;
  const numberRow = starts.at(-1) ?? height;
  const body = rows.filter((y) => y < numberRow);
  const columns = xs.filter((x) => body.some((y) => hasInk(x, y)));
  return {
    lines: starts.length,
    top: millimetres(first),
    left: millimetres(columns[0] ?? 0),
    right: millimetres(width - 1 - (columns.at(-1) ?? 0)),
    height: millimetres((body.at(-1) ?? 0) - first),
  };
}

function millimetres(dots: number): number {
  return (dots / DOTS_PER_INCH) * 25.4;
}

/** A binary PGM: `P5`, width, height, largest value, one white space, then a byte a pixel. */
function readGrayMap(path: string): {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
} {
  const bytes = readFileSync(path);
  const header = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/u.exec(bytes.toString('latin1', 0, 60));
  if (!header) throw new Error(`${path} is no grey picture`);
  const [whole, width = '0', height = '0'] = header;
  return {
    width: Number(width),
    height: Number(height),
    pixels: bytes.subarray(whole.length),
  };
}
