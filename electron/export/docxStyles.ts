// The styles of a Word handout. Sizes, spaces and indents stand in the styles and nowhere else (but see
// `citationParagraph`): an office that changes "Quote" or "heading 1" changes every quotation or heading. The
// typeface stands in the style and, for Chinese, on each run too (see `runFont`), where no theme and no
// template can take it away.
// Written as XML since the library's style options know neither `textAlignment` nor indents in characters.

import type { HandoutPreset } from '../../shared/domain/handout.ts';
import { fontStacks, type TypeRole } from '../../shared/handout/fontStacks.ts';
import { pageMeasures, type PageMeasures } from '../../shared/handout/pageMeasures.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export type DocxStyleId =
  | 'Normal'
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Quote'
  | 'Citation'
  | 'Status'
  | 'Question'
  | 'Answer'
  | 'HandoutNote'
  | 'HandoutNoteItem'
  | 'WritingLine'
  | 'PageBreak'
  | 'Attendance'
  | 'TableText'
  | 'TableHead'
  | 'Caption'
  | 'Footer'
  | 'FootnoteText'
  | 'EndnoteText';

/** The typeface of each style; what is not named here is set as the body is. */
const styleRoles: Readonly<Partial<Record<DocxStyleId, TypeRole>>> = {
  Title: 'title',
  Subtitle: 'kai',
  Heading1: 'hei',
  Heading2: 'kai',
  Citation: 'kai',
  Status: 'hei',
  Answer: 'kai',
  TableHead: 'hei',
  Caption: 'hei',
  Footer: 'song',
};

/** The first name of a style's typeface, as Chinese offices have it installed. */
export function styleTypeface(style: DocxStyleId): string {
  return fontStacks[styleRoles[style] ?? 'fangsong'][0];
}

/** `word/styles.xml` for a preset. */
export function docxStyles(preset: HandoutPreset): string {
  const page = pageMeasures[preset];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="${namespace}">
<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Normal')}${size(page.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
${paragraphStyles(page)}
${referenceStyle('FootnoteReference', 'footnote reference')}
${referenceStyle('EndnoteReference', 'endnote reference')}
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
${tableStyles}
</w:styles>`;
}

type StyleParts = {
  readonly name: string;
  readonly basedOn?: DocxStyleId;
  readonly next?: DocxStyleId;
  readonly paragraph?: string;
  readonly run?: string;
};

function paragraphStyles(page: PageMeasures): string {
  const half = twips(page.pitch / 2);
  const styles: Readonly<Record<DocxStyleId, StyleParts>> = {
    Normal: {
      name: 'Normal',
      // Word's default, written down: LibreOffice then hangs no mark into the margin, where it would part a
      // footnote's mark from its sentence and lose the full stop between them.
      paragraph: `<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>${spacing(page.pitch)}${firstLine(page)}<w:jc w:val="both"/><w:textAlignment w:val="center"/>`,
    },
    Title: {
      name: 'Title',
      next: 'Subtitle',
      paragraph: `<w:keepNext/>${spacing(page.pitch * 1.5, 0, half)}${noIndent}<w:jc w:val="center"/><w:outlineLvl w:val="9"/>`,
      run: fonts('Title') + size(page.title),
    },
    Subtitle: {
      name: 'Subtitle',
      paragraph: `${noIndent}<w:jc w:val="center"/>`,
      run: fonts('Subtitle'),
    },
    Heading1: heading(1),
    Heading2: heading(2),
    Heading3: heading(3),
    Heading4: heading(4),
    Quote: { name: 'Quote', next: 'Citation', paragraph: indent(page, 2, 2) },
    Citation: {
      name: 'Citation',
      paragraph: `<w:keepLines/>${indent(page, 4, 0)}<w:jc w:val="right"/>`,
      run: fonts('Citation') + size(page.citation),
    },
    Status: { name: 'Status', paragraph: `${noIndent}<w:jc w:val="left"/>`, run: fonts('Status') },
    Question: { name: 'Question' },
    Answer: { name: 'Answer', run: fonts('Answer') },
    HandoutNote: { name: 'Handout Note' },
    HandoutNoteItem: { name: 'Handout Note Item', paragraph: hanging(page, 3, 1) },
    WritingLine: {
      name: 'Writing Line',
      paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:between w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>${noIndent}`,
    },
    // As high as nothing, so that the page begins with its text as any other.
    PageBreak: {
      name: 'Page Break',
      paragraph: `<w:pageBreakBefore/>${spacing(1)}${noIndent}`,
    },
    Attendance: {
      name: 'Attendance',
      // Turn lines stand under the first name: two characters in, three for the label.
      paragraph: `${hanging(page, 5, 3)}<w:jc w:val="left"/>`,
    },
    TableText: {
      name: 'Table Text',
      paragraph: `${spacing(page.tablePitch)}${noIndent}<w:jc w:val="left"/>`,
      run: size(page.table),
    },
    TableHead: {
      name: 'Table Head',
      basedOn: 'TableText',
      paragraph: '<w:keepNext/><w:jc w:val="center"/>',
      run: fonts('TableHead'),
    },
    Caption: {
      name: 'caption',
      paragraph: `<w:keepNext/>${spacing(page.pitch, half, 0)}${noIndent}<w:jc w:val="center"/>`,
      run: fonts('Caption') + size(page.table),
    },
    Footer: {
      name: 'footer',
      paragraph: `<w:spacing w:before="0" w:after="0" w:line="${String(twips(page.pageNumber))}" w:lineRule="exact"/>${noIndent}`,
      run: fonts('Footer') + size(page.pageNumber),
    },
    FootnoteText: noteText('footnote text', page),
    EndnoteText: noteText('endnote text', page),
  };
  return Object.entries(styles)
    .map(([id, parts]) => paragraphStyle(id, parts))
    .join('\n');
}

function heading(level: 1 | 2 | 3 | 4): StyleParts {
  return {
    name: `heading ${String(level)}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:jc w:val="left"/><w:outlineLvl w:val="${String(level - 1)}"/>`,
    run: fonts(`Heading${level}`),
  };
}

function noteText(name: string, page: PageMeasures): StyleParts {
  return {
    name,
    paragraph: `${spacing(page.note * 1.6)}${noIndent}<w:jc w:val="left"/>`,
    run: size(page.note),
  };
}

function paragraphStyle(id: string, parts: StyleParts): string {
  const isNormal = id === 'Normal';
  const based = isNormal ? '' : `<w:basedOn w:val="${parts.basedOn ?? 'Normal'}"/>`;
  const next = parts.next ? `<w:next w:val="${parts.next}"/>` : '';
  const paragraph = parts.paragraph ? `<w:pPr>${parts.paragraph}</w:pPr>` : '';
  const run = parts.run ? `<w:rPr>${parts.run}</w:rPr>` : '';
  return `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${parts.name}"/>${based}${next}<w:qFormat/>${paragraph}${run}</w:style>`;
}

function referenceStyle(id: string, name: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`;
}

const tableStyles = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="HandoutTable"><w:name w:val="Handout Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${[
  'top',
  'left',
  'bottom',
  'right',
  'insideH',
  'insideV',
]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders></w:tblPr></w:style>`;

/**
 * One typeface for every script: digits and Latin letters are set in the Chinese typeface, as the standard's
 * "3号仿宋" says, and quotation marks cannot fall to a Latin one.
 */
function fonts(style: DocxStyleId): string {
  const name = styleTypeface(style);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/**
 * Word counts sizes in half points. What lies between (15.75 pt) is the next larger size set tighter by
 * the rest, so that a line holds as many characters as the page does; offices read it as 3号.
 */
function size(points: number): string {
  const halves = Math.ceil(points * 2);
  const tighter = Math.round((points - halves / 2) * 20);
  return `<w:spacing w:val="${String(tighter)}"/><w:sz w:val="${String(halves)}"/><w:szCs w:val="${String(halves)}"/>`;
}

function spacing(pitch: number, before = 0, after = 0): string {
  return `<w:spacing w:before="${String(before)}" w:after="${String(after)}" w:line="${String(twips(pitch))}" w:lineRule="exact"/>`;
}

const noIndent = '<w:ind w:left="0" w:leftChars="0" w:firstLine="0" w:firstLineChars="0"/>';

function firstLine(page: PageMeasures): string {
  return indent(page, 0, 2);
}

/** Both measures in characters; the twips beside them are for programs that cannot count characters. */
function indent(page: PageMeasures, left: number, first: number): string {
  const character = page.body * 20;
  return `<w:ind w:left="${String(Math.round(left * character))}" w:firstLine="${String(Math.round(first * character))}"/>`;
}

/** All lines `left` characters in, the first one `back` of them less. */
function hanging(page: PageMeasures, left: number, back: number): string {
  const character = page.body * 20;
  return `<w:ind w:left="${String(Math.round(left * character))}" w:hanging="${String(Math.round(back * character))}"/>`;
}

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}
