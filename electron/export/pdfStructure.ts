// What has to be known of a PDF that the engine has just printed. Skia writes each object as a plain
// dictionary, one after the other, pages in order; only streams are packed.

import { Buffer } from 'node:buffer';

/** Where a link to a named destination stands on its page, in points from the foot of the page. */
export type PdfLink = {
  readonly destination: string;
  /** From 0. */
  readonly page: number;
  readonly bottom: number;
  readonly top: number;
};

export type PdfStructure = { readonly pageCount: number; readonly links: readonly PdfLink[] };

/** Counts the pages and finds the links of a PDF made by the engine; other PDFs are not understood. */
export function readPdfStructure(pdf: Uint8Array): PdfStructure {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const annotations = new Map(
    [...text.matchAll(/^(\d+) 0 obj\n<<\/Type \/Annot\n([\s\S]*?)>>\nendobj/gmu)].map(
      ([, id = '', body = '']) => [id, body] as const,
    ),
  );
  const pages = [...text.matchAll(/<<\/Type \/Page\n([\s\S]*?)>>\nendobj/gu)];
  const links = pages.flatMap(([, body = ''], page) => {
    const [, references = ''] = /\/Annots \[([^\]]*)\]/u.exec(body) ?? [];
    return [...references.matchAll(/(\d+) 0 R/gu)].flatMap(([, id = '']) =>
      linkOf(annotations.get(id) ?? '', page),
    );
  });
  return { pageCount: pages.length, links };
}

function linkOf(annotation: string, page: number): readonly PdfLink[] {
  const [, destination] = /\/Dest \/(\S+)$/mu.exec(annotation) ?? [];
  const [, rectangle = ''] = /\/Rect \[([^\]]*)\]/u.exec(annotation) ?? [];
  const [, bottom, , top] = rectangle.split(' ').map(Number);
  if (destination === undefined || bottom === undefined || top === undefined) return [];
  return [{ destination, page, bottom, top }];
}
