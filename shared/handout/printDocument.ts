// The page that is printed: the handout, and its page numbers set as boxes of their own, since the engine
// knows no margin boxes. The page area reaches down to the numbers; a footer row that repeats on every page
// keeps the text out of that strip, so that the type area is the preset's.

import { handoutCss } from './handoutCss.ts';
import { escapeHtml, handoutHtml } from './handoutHtml.ts';
import type { HandoutModel } from './handoutModel.ts';
import { pageMeasures } from './pageMeasures.ts';
import { fontStacks } from './fontStacks.ts';

/** Height of the strip below the type area that belongs to the page area, in millimetres. */
const STRIP = 14;
/** A dash stands in the middle of its line, so the line begins above it by this part of the size. */
const DASH_DEPTH = 0.47;
const PAGE_HEIGHT = 297;
const POINT = 25.4 / 72;

export type PrintDocument = { readonly html: string; readonly css: string };

/**
 * The page and its style sheet. `pageCount` pages are numbered: 0 for the first pass, which counts them.
 * `stylePath` is where the page finds the sheet; it may hold no inline style.
 */
export function printDocument(
  model: HandoutModel,
  pageCount: number,
  stylePath: string,
): PrintDocument {
  const numbers = Array.from({ length: pageCount }, (_, index) => {
    const page = index + 1;
    return `<div aria-hidden="true" class="page-number ${page % 2 === 1 ? 'odd' : 'even'} page-${String(page)}">— ${String(page)} —</div>`;
  });
  const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><link rel="stylesheet" href="${escapeHtml(stylePath)}"></head>
<body><div class="frame" role="presentation"><div class="strip" role="presentation" aria-hidden="true"><div></div></div><div class="text" role="presentation">
${handoutHtml(model)}
</div></div>
${numbers.join('\n')}
</body>
</html>
`;
  return { html, css: `${handoutCss(model)}\n${pageCss(model, pageCount)}` };
}

function pageCss(model: HandoutModel, pageCount: number): string {
  const page = pageMeasures[model.preset];
  const { top, bottom, inner, outer } = page.margin;
  const area = PAGE_HEIGHT - top - (bottom - STRIP);
  const rise = page.pageNumberRise + page.pageNumber * DASH_DEPTH * POINT - (bottom - STRIP);
  const song = [...fontStacks.song.map((name) => `'${name}'`), 'serif'].join(', ');
  const places = Array.from({ length: pageCount }, (_, index) => {
    const offset = (index + 1) * area - rise;
    return `.page-${String(index + 1)} { top: ${offset.toFixed(3)}mm; }`;
  });
  return `
@page { margin: ${String(top)}mm ${String(outer)}mm ${String(bottom - STRIP)}mm ${String(inner)}mm; }
body { position: relative; }
.frame { display: table; table-layout: fixed; width: 100%; }
.strip { break-inside: avoid; display: table-footer-group; }
.strip div { height: ${String(STRIP)}mm; }
.text { display: table-row-group; }
.page-number { font: ${String(page.pageNumber)}pt/1 ${song}; height: 1em; left: 0; position: absolute; right: 0; white-space: pre; }
.odd { padding-right: 1em; text-align: right; }
.even { padding-left: 1em; text-align: left; }
${places.join('\n')}
`.trim();
}
