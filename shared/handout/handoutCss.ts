// The style sheet of a handout: one for the printed page and the single-file export, made from the preset's numbers.

import { fontStacks, type TypeRole } from './fontStacks.ts';
import type { HandoutModel } from './handoutModel.ts';
import { pageMeasures } from './pageMeasures.ts';

/** Page, type and blocks of a handout's preset, and the column widths of its tables. */
export function handoutCss(model: HandoutModel): string {
  const page = pageMeasures[model.preset];
  const { top, bottom, inner, outer } = page.margin;
  return `
@page { size: A4; margin: ${mm(top)} ${mm(outer)} ${mm(bottom)} ${mm(inner)}; }
@page :left { margin-left: ${mm(outer)}; margin-right: ${mm(inner)}; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; }
body { font: ${pt(page.body)}/${pt(page.pitch)} ${family('fangsong')}; line-break: strict; overflow-wrap: anywhere;
  text-align: justify; text-spacing-trim: space-all; text-autospace: no-autospace; widows: 1; orphans: 1; }
p { white-space: pre-wrap; tab-size: 4; unicode-bidi: plaintext; }
h1, h2, h3, h4, h5 { font-size: inherit; font-weight: normal; line-height: inherit; }
h1 { font-family: ${family('title')}; font-size: ${pt(page.title)}; line-height: ${pt(page.pitch * 1.5)};
  padding-bottom: ${pt(page.pitch / 2)}; text-align: center; text-wrap: balance; }
h2, h3, h4, h5 { text-indent: 2em; break-after: avoid; text-align: left; }
h2, .status { font-family: ${family('hei')}; }
h3 { font-family: ${family('kai')}; }
.status { text-align: left; }
.subtitle { font-family: ${family('kai')}; text-align: center; }
h1 + .subtitle { margin-top: 0; }
h1 ~ h2:first-of-type { margin-top: ${pt(page.pitch)}; }
h1 + h2:first-of-type { margin-top: 0; }
.minutes { font-family: ${family('kai')}; }
.note, .question, .answer { text-indent: 2em; }
ul.note { list-style: disc; padding-left: 3em; text-indent: 0; }
.note li { white-space: pre-wrap; tab-size: 4; unicode-bidi: plaintext; }
.answer { font-family: ${family('kai')}; }
blockquote { padding-left: 2em; }
blockquote p { text-indent: 2em; }
.citation { break-before: avoid; break-inside: avoid; font-family: ${family('kai')}; font-size: ${pt(page.citation)}; padding-left: 4em; text-align: right;
  /* Two lines of equal length rather than a last one of one or two characters. */
  text-wrap: balance; }
sup { font-size: 0.6em; line-height: 0; vertical-align: super; }
a { color: inherit; text-decoration: none; }
del { text-decoration: line-through; }
ins { text-decoration: underline; }
table { border-collapse: collapse; font-size: ${pt(page.table)}; line-height: ${pt(page.tablePitch)};
  margin: ${pt(page.pitch / 2)} 0; table-layout: fixed; text-align: left;
  /* Half of the outer borders lies outside of a table, where the page cuts it off. */
  width: calc(100% - 0.75pt); }
caption { break-after: avoid; font-family: ${family('hei')}; padding-bottom: ${pt(page.pitch / 4)}; text-align: center; }
th, td { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: top; white-space: pre-wrap; }
tbody tr { break-inside: avoid; }
td.q { vertical-align: middle; }
table + .citation { margin-top: ${pt(-page.pitch / 4)}; }
th { font-family: ${family('hei')}; font-weight: normal; text-align: center; }
/* Rows may break: a tall row that may not would leave its header alone at the foot of the page. */
thead { break-after: avoid; display: table-header-group; }
${columnWidths(model)}
.attendance { display: flex; }
.subtitle + .attendance, h1 + .attendance { margin-top: ${pt(page.pitch)}; }
.attendance b { font-family: ${family('hei')}; font-weight: normal; padding-left: 2em; }
.attendance span { flex: 1; }
.attendance .blank, .line { border-bottom: 0.5pt solid #000; }
.line { height: ${pt(page.pitch)}; break-inside: avoid; }
.page-break { break-after: page; }
.notes { margin-top: ${pt(page.pitch)}; }
.notes-title { font-family: ${family('hei')}; break-after: avoid; }
.notes ol { font-size: ${pt(page.citation)}; line-height: ${pt(page.citation * 1.6)}; padding-left: 2.5em; }
@media screen { body { margin: 0 auto; max-width: ${mm(210 - inner - outer)}; padding: 12mm 4mm; } }
`.trim();
}

/** A class for each width, since `style` attributes would need a looser policy. */
function columnWidths({ blocks }: HandoutModel): string {
  const widths = new Set(blocks.flatMap((block) => (block.kind === 'table' ? block.widths : [])));
  return [...widths].map((width) => `.w${String(width)} { width: ${String(width)}%; }`).join('\n');
}

/** A CSS value naming every typeface of a role in order. */
function family(role: TypeRole): string {
  const generic = role === 'hei' ? 'sans-serif' : 'serif';
  return [...fontStacks[role].map((name) => `'${name}'`), generic].join(', ');
}

/** Lengths keep three digits: more is noise of the arithmetic. */
function pt(value: number): string {
  return `${String(Number(value.toFixed(3)))}pt`;
}

function mm(value: number): string {
  return `${String(value)}mm`;
}
