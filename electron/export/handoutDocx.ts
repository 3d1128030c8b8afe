// The handout as a Word file: real styles, real footnotes, and the places of its quotations as data.

import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { HandoutModel, Quotation } from '../../shared/handout/handoutModel.ts';
import { pageMeasures, type PageMeasures } from '../../shared/handout/pageMeasures.ts';
import { plainCharacters } from '../../shared/text/plainCharacters.ts';
import { docxBody } from './docxBody.ts';
import { docxFontTable, docxSettings } from './docxParts.ts';
import { noteNumbering } from './docxNote.ts';
import { docxStyles, twips } from './docxStyles.ts';
import { plainParagraphs, runFont } from './docxText.ts';

/** Name of the property that holds a quotation's place; the bookmark of the same number holds its text. */
const quotePropertyPrefix = 'yandu.quote.';

/** A .docx as bytes. Nothing in it names the reader, the machine or the path. */
export async function handoutDocx(model: HandoutModel): Promise<Uint8Array> {
  const page = pageMeasures[model.preset];
  const { children, quotations } = docxBody(model);
  const notes = Object.fromEntries(
    model.notes.map((note, index) => [
      String(index + 1),
      {
        children: plainParagraphs(
          model.notePlacement === 'footnote' ? 'FootnoteText' : 'EndnoteText',
          ` ${note}`,
        ),
      },
    ]),
  );
  const document = new Document({
    title: plainCharacters(model.title),
    creator: 'Yandu',
    lastModifiedBy: 'Yandu',
    customProperties: quotations.map(placeProperty),
    numbering: noteNumbering,
    evenAndOddHeaderAndFooters: true,
    ...(model.notePlacement === 'footnote' ? { footnotes: notes } : {}),
    ...(model.notePlacement === 'endnote' ? { endnotes: notes } : {}),
    sections: [
      {
        properties: { page: pageOptions(page), grid: { linePitch: twips(page.pitch) } },
        footers: { default: pageNumber(page, 'odd'), even: pageNumber(page, 'even') },
        children,
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: docxStyles(model.preset) },
    { path: 'word/settings.xml', data: docxSettings },
    { path: 'word/fontTable.xml', data: docxFontTable() },
  ]);
}

function placeProperty({ place }: Quotation, index: number): { name: string; value: string } {
  return {
    name: `${quotePropertyPrefix}${String(index + 1)}`,
    value: `${place.documentId} ${String(place.start)} ${String(place.end)}`,
  };
}

function pageOptions(page: PageMeasures) {
  // The dash stands in the middle of its line's upper two thirds; the line itself ends lower by 3 mm.
  const footer = page.pageNumberRise - 3;
  return {
    size: { width: 11_906, height: 16_838 },
    margin: {
      top: millimetres(page.margin.top - page.wordRise),
      bottom: millimetres(page.margin.bottom + page.wordRise),
      // Mirrored by the settings: left is the binding side.
      left: millimetres(page.margin.inner),
      right: millimetres(page.margin.outer),
      header: millimetres(15),
      footer: millimetres(footer),
    },
  };
}

/** `— 1 —`, one character in from the outer edge: odd pages right, even pages left. */
function pageNumber(page: PageMeasures, side: 'odd' | 'even'): Footer {
  const inset = twips(page.pageNumber);
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        children: [
          new TextRun({
            font: runFont('Footer'),
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}

function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4);
}
