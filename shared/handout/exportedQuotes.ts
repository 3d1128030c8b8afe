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
  /** The text without what is struck out: what an edited quotation wants to be read as. */
  readonly reading: string | null;
};

/** From the parts `word/document.xml` and `docProps/custom.xml` of a Word file. */
export function docxQuotes(documentXml: string, customXml: string): ExportedQuote[] {
  const property = /<property\b[^>]*\bname="yandu\.quote\.(\d+)"[^>]*>\s*<vt:lpwstr>([^<]*)</gu;
  const unstruck = withoutStruckRuns(documentXml);
  return [...customXml.matchAll(property)]
    .flatMap(([, number = '', value = '']) => {
      const [documentId = '', start = '', end = ''] = unescapeXml(value).split(' ');
      const place = { documentId, start: Number(start), end: Number(end) };
      const text = quotationText(documentXml, number);
      const reading = quotationText(unstruck, number);
      return [{ number: Number(number), ...place, text, reading }];
    })
    .toSorted((one, other) => one.number - other.number);
}

/** From a single-file HTML export. */
export function htmlQuotes(html: string): ExportedQuote[] {
  const quote =
    /<(blockquote|div|table|tbody)\b[^>]*\bdata-document="([^"]*)"[^>]*\bdata-start="(\d+)"[^>]*\bdata-end="(\d+)"[^>]*>([\s\S]*?)<\/\1>/gu;
  return [...html.matchAll(quote)].map(
    ([, tag, documentId = '', start = '', end = '', inner = ''], index) => {
      const read = tag === 'table' || tag === 'tbody' ? htmlCells : htmlText;
      return {
        number: index + 1,
        documentId: unescapeXml(documentId),
        start: Number(start),
        end: Number(end),
        text: read(inner),
        reading: read(inner.replace(/<(del|s|strike)\b[\s\S]*?<\/\1>/gu, '')),
      };
    },
  );
}

/** Whatever was written into the quotation since counts, inside its lines or between them. */
function htmlText(inner: string): string {
  const lines = inner
    .replace(/<sup\b[\s\S]*?<\/sup>/gu, '')
    .replace(/<\/p>\s*<p\b[^>]*>|<br\b[^>]*>/gu, '\n')
    .replace(/<[^>]*>/gu, '');
  return unescapeXml(lines);
}

/** The marked cells of a table, joined as the source joins them. */
function htmlCells(inner: string): string {
  return [...inner.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gu)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t([dh]) class="q"[^>]*>([\s\S]*?)<\/t\1>/gu)].map(([, , text = '']) =>
        unescapeXml(text.replace(/<[^>]*>/gu, '')),
      ),
    )
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** The lines of a quotation, each in a bookmark of its own; null when the first one is gone. */
function quotationText(xml: string, number: string): string | null {
  const lines: string[] = [];
  for (;;) {
    const name = `_yandu_${number}_${String(lines.length + 1)}`;
    const line = bookmarkText(xml, name) ?? cellsText(xml, name);
    if (line === null) return lines.length === 0 ? null : lines.join('\n');
    lines.push(line);
  }
}

/** A row of a quoted table: a bookmark for each of its cells; null when the first one is gone. */
function cellsText(xml: string, row: string): string | null {
  const cells: string[] = [];
  for (;;) {
    const cell = bookmarkText(xml, `${row}_${String(cells.length + 1)}`);
    if (cell === null) return cells.length === 0 ? null : cells.join('\t');
    cells.push(cell);
  }
}

/**
 * The text of the whole paragraphs that a bookmark touches: what was typed before or behind a quotation
 * in its own line belongs to what a reader takes for the quotation.
 */
function bookmarkText(xml: string, name: string): string | null {
  const opening = new RegExp(`<w:bookmarkStart\\b[^>]*\\bw:name="${name}"[^>]*>`, 'u').exec(xml);
  const id = opening ? /\bw:id="([^"]*)"/u.exec(opening[0])?.[1] : undefined;
  if (!opening || id === undefined) return null;
  const closing = new RegExp(`<w:bookmarkEnd\\b[^>]*\\bw:id="${id}"`, 'u').exec(
    xml.slice(opening.index),
  );
  if (!closing) return null;
  const start = Math.max(
    xml.lastIndexOf('<w:p>', opening.index),
    xml.lastIndexOf('<w:p ', opening.index),
  );
  const end = xml.indexOf('</w:p>', opening.index + closing.index);
  return start < 0 || end < 0 ? null : runText(xml.slice(start, end));
}

/** Runs that are struck out, as this program marks what was taken out of an edited quotation. */
function withoutStruckRuns(xml: string): string {
  return xml.replace(/<w:r(?:\s[^>]*)?>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/gu, (run) =>
    /<w:strike(?:\s+w:val="(?:1|true|on)")?\s*\/>/u.test(run) ? '' : run,
  );
}

/** What stands in runs for a character that is no text in the file. */
const marks: Readonly<Record<string, string>> = {
  '/w:p': '\n',
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
  'w:sym': '\ufffd',
};

/** A paragraph that was split since reads as two lines. Deleted text that Word still keeps is not read. */
function runText(xml: string): string {
  const token =
    /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<(w:tab|w:br|w:cr|w:noBreakHyphen|w:softHyphen|w:sym|\/w:p)\b[^>]*>/gu;
  return [...xml.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/gu, '').matchAll(token)]
    .map(([, text, mark]) => (text === undefined ? marks[mark ?? ''] : unescapeXml(text)))
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
