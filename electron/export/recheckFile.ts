// Re-check: does an exported file still quote its sources to the letter?

import type { DocumentId } from '../../shared/domain/ids.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import { docxQuotes, htmlQuotes, type ExportedQuote } from '../../shared/handout/exportedQuotes.ts';
import { plainCharacters } from '../../shared/text/plainCharacters.ts';
import type { Recheck } from '../../shared/ipc/handouts.ts';
import { readZipEntry } from './readZipEntry.ts';

/** Compares every quotation of a .docx or .html with the sources; null when the file is neither. */
export function recheckFile(
  fileName: string,
  bytes: Uint8Array,
  findText: (id: DocumentId) => string | null,
): Recheck | null {
  const quotes = readQuotes(fileName, bytes);
  if (quotes === null) return null;
  const compared = quotes.map((quote) => {
    const id = documentIdSchema.safeParse(quote.documentId);
    const text = id.success ? findText(id.data) : null;
    // The file shows what it cannot hold by stand-ins; the source is read in the same way.
    const source = text === null ? null : plainCharacters(text.slice(quote.start, quote.end));
    // Words struck out beside an untouched quotation stand in the file all the same.
    const found = quote.reading === source ? quote.text : quote.reading;
    const isEqual = source !== null && source === quote.text;
    return { number: quote.number, source, found, isEqual };
  });
  const altered = compared.filter((quote) => !quote.isEqual);
  return {
    fileName,
    total: compared.length,
    equal: compared.length - altered.length,
    altered: altered.map(({ number, source, found }) => ({ number, source, found })),
  };
}

function readQuotes(fileName: string, bytes: Uint8Array): ExportedQuote[] | null {
  if (/\.html?$/iu.test(fileName)) return htmlQuotes(Buffer.from(bytes).toString('utf8'));
  const document = readZipEntry(bytes, 'word/document.xml');
  const custom = readZipEntry(bytes, 'docProps/custom.xml');
  return document === null ? null : docxQuotes(document, custom ?? '');
}
