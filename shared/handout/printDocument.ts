// The page that is printed: the handout, its page numbers, and footnotes at the foot of their pages, set as
// boxes of their own, since the engine knows neither margin boxes nor footnotes. The page area reaches down
// to the numbers; a footer row that repeats on every page keeps the text out of that strip, so that the type
// area is the preset's. Room for footnotes is kept by floats that stand one below the other beside the whole
// text: as narrow as nothing where there are lines, as wide as the page where there are notes.

import type { HandoutPreset } from '../domain/handout.ts';
import { NOTE_GAP, type FootLayout, type FootZone } from './footLayout.ts';
import { fontStacks } from './fontStacks.ts';
import { handoutCss } from './handoutCss.ts';
import { escapeHtml, handoutHtml } from './handoutHtml.ts';
import type { HandoutModel } from './handoutModel.ts';
import { pageMeasures, type PageMeasures } from './pageMeasures.ts';

/** Height of the strip below the type area that belongs to the page area, in millimetres. */
const STRIP = 14;
/** A dash stands in the middle of its line, so the line begins above it by this part of the size. */
const DASH_DEPTH = 0.47;
const POINT = 25.4 / 72;

export type PrintDocument = { readonly html: string; readonly css: string };

export type PrintLayout = {
  /** From the top of one page's area to that of the next in the flow of the text, in points; see `pageProbe`. */
  readonly pageArea: number;
  /** Pages to number: 0 for the first pass, which counts them. */
  readonly pageCount: number;
  readonly foot: FootLayout;
};

/** Height of the text on a page without footnotes, in points. */
export function textHeight(pageArea: number): number {
  return pageArea - STRIP / POINT;
}

/** Names of the two links of a probe, and how far the second stands below the first, in points. */
export const probe = { first: 'probe-1', second: 'probe-2', distance: 15_000 } as const;

/**
 * A document to find out the page area with: the engine rounds it to whole pixels in a way of its own, and what
 * is a hair on one page would let the numbers of a hundred pages climb into the text.
 */
export function pageProbe(preset: HandoutPreset, stylePath: string): PrintDocument {
  const links = [probe.first, probe.second].map((id) => `<a id="${id}" href="#${id}">${id}</a>`);
  return {
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="stylesheet" href="${escapeHtml(stylePath)}"></head><body>${links.join('')}</body></html>`,
    css: `${pageRule(pageMeasures[preset])}
* { margin: 0; } body { position: relative; }
a { position: absolute; top: 0; } a + a { top: ${String(probe.distance)}pt; }`,
  };
}

/**
 * The page and its style sheet. `stylePath` is where the page finds the sheet; it may hold no inline style.
 * `fontFaces` are rules for the bundled typefaces.
 */
export function printDocument(
  model: HandoutModel,
  layout: PrintLayout,
  { stylePath, fontFaces }: { readonly stylePath: string; readonly fontFaces: string },
): PrintDocument {
  const isFootnoted = model.notePlacement === 'footnote';
  const article = handoutHtml(isFootnoted ? { ...model, notes: [] } : model);
  const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><link rel="stylesheet" href="${escapeHtml(stylePath)}"></head>
<body><div class="frame" role="presentation"><div class="strip" role="presentation" aria-hidden="true"><div></div></div><div class="text" role="presentation">
${layout.foot.zones.map(roomHtml).join('\n')}
${article}
</div></div>
${isFootnoted ? footnotesHtml(model.notes, layout.foot) : ''}
${pageNumbersHtml(layout.pageCount)}
</body>
</html>
`;
  const css = [fontFaces, handoutCss(model), pageCss(model, layout)];
  if (isFootnoted) css.push(footCss(model, layout));
  return { html, css: css.join('\n') };
}

function pageNumbersHtml(pageCount: number): string {
  return Array.from({ length: pageCount }, (_, index) => {
    const page = index + 1;
    return `<div aria-hidden="true" class="page-number ${page % 2 === 1 ? 'odd' : 'even'} page-${String(page)}">— ${String(page)} —</div>`;
  }).join('\n');
}

function roomHtml(_zone: FootZone, page: number): string {
  const number = String(page + 1);
  return `<div aria-hidden="true" class="lines lines-${number}"></div><div aria-hidden="true" class="room room-${number}"></div>`;
}

/** Notes by page; before their pages are known they stand in one list, where they can be measured. */
function footnotesHtml(notes: readonly string[], { zones }: FootLayout): string {
  const all = notes.map((_, index) => index + 1);
  const pages = zones.length === 0 ? [all] : zones.map((zone) => zone.notes);
  const noteHtml = (note: number): string =>
    `<p class="footnote" id="note-${String(note)}"><sup>${String(note)}</sup> ${escapeHtml(notes[note - 1] ?? '')}</p>`;
  return pages
    .map((some, page) =>
      some.length === 0
        ? ''
        : `<div class="footnotes foot-${String(page + 1)}">${some.map(noteHtml).join('')}</div>`,
    )
    .join('\n');
}

function pageRule({ margin: { top, bottom, inner, outer } }: PageMeasures): string {
  return `@page { size: A4; margin: ${String(top)}mm ${String(outer)}mm ${String(bottom - STRIP)}mm ${String(inner)}mm; }
@page :left { margin-left: ${String(outer)}mm; margin-right: ${String(inner)}mm; }`;
}

function pageCss(model: HandoutModel, { pageCount, pageArea }: PrintLayout): string {
  const page = pageMeasures[model.preset];
  const rise =
    (page.pageNumberRise - (page.margin.bottom - STRIP)) / POINT + page.pageNumber * DASH_DEPTH;
  const song = [...fontStacks.song.map((name) => `'${name}'`), 'serif'].join(', ');
  const places = Array.from({ length: pageCount }, (_, index) => {
    const top = (index + 1) * pageArea - rise;
    return `.page-${String(index + 1)} { top: ${top.toFixed(3)}pt; }`;
  });
  return `
${pageRule(page)}
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

function footCss(model: HandoutModel, { foot, pageArea }: PrintLayout): string {
  const page = pageMeasures[model.preset];
  const { inner, outer } = page.margin;
  const text = textHeight(pageArea);
  const places = foot.zones.map(({ height }, index) => {
    const number = String(index + 1);
    const top = index * pageArea + text - height;
    return `.lines-${number} { height: ${(text - height).toFixed(3)}pt; }
.room-${number} { height: ${height.toFixed(3)}pt; }
.foot-${number} { position: absolute; top: ${top.toFixed(3)}pt; }`;
  });
  return `
.lines, .room { clear: left; float: left; width: 0; }
.room { width: 100%; }
/* A heading needs room for a line below it; a box as wide as the text would make the engine shrink the page. */
h2, h3, h4, h5 { display: flow-root; margin-bottom: -${String(page.pitch)}pt; padding-bottom: ${String(page.pitch)}pt; width: calc(100% - 1pt); }
.line { display: flow-root; }
.footnotes { padding-top: ${String(NOTE_GAP)}pt; width: ${String(210 - inner - outer)}mm; }
.footnotes::before { border-top: 0.5pt solid #000; content: ''; left: 0; position: absolute; top: ${String(NOTE_GAP / 2)}pt; width: 33%; }
.footnote { font-size: ${String(page.note)}pt; line-height: ${String(page.note * 1.6)}pt; text-align: left; }
${places.join('\n')}
`.trim();
}
