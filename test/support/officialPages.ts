// GB/T 9704-2012 on a rasterised page: 5.2.1 white of 37 ± 1 mm above and 28 ± 1 mm on the binding side, 5.2.2 a
// type area 225 mm high, 5.2.3 22 lines of 28 characters, 7.5 the page number between dashes.

import { runTool } from './outsideTools.ts';
import { measurePage } from './pageInk.ts';

const LINES = 22;
const CHARACTERS = 28;
const TOLERANCE_MM = 1;

/**
 * What is not as the standard says, a sentence each: of the text of one page that Han text fills, and of the ink
 * of that page and the next, which is full too. `stem` is a path for pictures, without their ending.
 */
export function officialPageFaults(pdf: string, page: number, stem: string): readonly string[] {
  return [
    ...textFaults(pdf, page),
    ...[page, page + 1].flatMap((one) => inkFaults(pdf, one, `${stem}-${String(one)}`)),
  ];
}

function textFaults(pdf: string, page: number): readonly string[] {
  const number = String(page);
  const lines = runTool('pdftotext', ['-layout', '-f', number, '-l', number, pdf, '-'])
    .split('\n')
    .map((line) => line.replaceAll(/\s/gu, ''))
    .filter((line) => line !== '');
  const text = lines.slice(0, -1);
  const uneven = text.filter((line) => line.length !== CHARACTERS);
  return [
    ...(text.length === LINES ? [] : [`page ${number} has ${String(text.length)} lines`]),
    ...uneven.map((line) => `a line of page ${number} has ${String(line.length)} characters`),
    ...(lines.at(-1) === `—${number}—` ? [] : [`page ${number} ends in ${lines.at(-1) ?? ''}`]),
  ];
}

function inkFaults(pdf: string, page: number, stem: string): readonly string[] {
  const ink = measurePage(pdf, page, stem);
  // The binding side is left on odd pages and right on even ones.
  const binding = page % 2 === 1 ? ink.left : ink.right;
  const lengths = {
    top: [ink.top, 37],
    binding: [binding, 28],
    height: [ink.height, 225],
  } as const;
  const wrong = Object.entries(lengths).filter(
    ([, [found, wanted]]) => Math.abs(found - wanted) >= TOLERANCE_MM,
  );
  return [
    ...(ink.lines === LINES + 1 ? [] : [`page ${String(page)} shows ${String(ink.lines)} lines`]),
    ...wrong.map(([name, [found]]) => `page ${String(page)}: ${name} is ${found.toFixed(1)} mm`),
  ];
}
