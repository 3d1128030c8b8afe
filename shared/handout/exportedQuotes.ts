// Quotations read back out of an exported file, with the places that travelled in it.
// Reads the two formats this program writes, also after an office program has saved them again.

export type ExportedQuote = {
  /** 1 for the first quotation of the file. */
  readonly number: number;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** Null when the file no longer holds the quotation's text. */
  readonly text: string | null;
};

/** From the parts `word/document.xml` and `docProps/custom.xml` of a Word file. */
export function docxQuotes(documentXml: string, customXml: string): ExportedQuote[] {
  const property = /<property\b[^>]*\bname="yandu\.quote\.(\d+)"[^>]*>\s*<vt:lpwstr>([^<]*)</gu;
  return [...customXml.matchAll(property)]
    .flatMap(([, number = '', value = '']) => {
      const [documentId = '', start = '', end = ''] = unescapeXml(value).split(' ');
      const text = quotationText(documentXml, number);
      return [{ number: Number(number), documentId, start: Number(start), end: Number(end), text }];
    })
    .toSorted((one, other) => one.number - other.number);
}

/** From a single-file HTML export. */
export function htmlQuotes(html: string): ExportedQuote[] {
  const quote =
    /<(blockquote|div)\b[^>]*\bdata-document="([^"]*)"[^>]*\bdata-start="(\d+)"[^>]*\bdata-end="(\d+)"[^>]*>([\s\S]*?)<\/\1>/gu;
  return [...html.matchAll(quote)].map(
    ([, , documentId = '', start = '', end = '', inner = ''], index) => ({
      number: index + 1,
      documentId: unescapeXml(documentId),
      start: Number(start),
      end: Number(end),
      text: htmlText(inner),
    }),
  );
}

function htmlText(inner: string): string {
  const paragraphs = inner
    .replace(/<sup\b[\s\S]*?<\/sup>/gu, '')
    .matchAll(/<p\b[^>]*>([\s\S]*?)<\/p>/gu);
  return [...paragraphs]
    .map(([, text = '']) => unescapeXml(text.replace(/<[^>]*>/gu, '')))
    .join('\n');
}

/** The lines of a quotation, each in a bookmark of its own; null when the first one is gone. */
function quotationText(xml: string, number: string): string | null {
  const lines: string[] = [];
  for (;;) {
    const line = bookmarkText(xml, `_yandu_${number}_${String(lines.length + 1)}`);
    if (line === null) return lines.length === 0 ? null : lines.join('\n');
    lines.push(line);
  }
}

function bookmarkText(xml: string, name: string): string | null {
  const opening = new RegExp(`<w:bookmarkStart\\b[^>]*\\bw:name="${name}"[^>]*>`, 'u').exec(xml);
  const id = opening ? /\bw:id="([^"]*)"/u.exec(opening[0])?.[1] : undefined;
  if (!opening || id === undefined) return null;
  const rest = xml.slice(opening.index + opening[0].length);
  const closing = new RegExp(`<w:bookmarkEnd\\b[^>]*\\bw:id="${id}"`, 'u').exec(rest);
  return closing ? runText(rest.slice(0, closing.index)) : null;
}

/** A paragraph that was split since reads as two lines. */
function runText(xml: string): string {
  const token = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\s*\/>|<\/w:p>/gu;
  return [...xml.matchAll(token)]
    .map(([whole, text]) => {
      if (text !== undefined) return unescapeXml(text);
      return whole === '</w:p>' ? '\n' : '\t';
    })
    .join('');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
