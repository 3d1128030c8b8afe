import type { Ledger } from '../text/ledger.ts';
import { trim } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { plainText, type PrintedPage } from './printedPages.ts';

const HEADER_UNITS = 12;

type PagesWithoutHeaders = {
  readonly pages: readonly PrintedPage[];
  /** What the headers call this part of the book (专记); null where there are none. */
  readonly header: string | null;
};

/** Takes the short line out that opens two pages or more. */
export function removeRunningHeaders(
  pages: readonly PrintedPage[],
  ledger: Ledger,
): PagesWithoutHeaders {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const header = headerText(page);
    if (header !== null) counts.set(header, (counts.get(header) ?? 0) + 1);
  }
  let found: string | null = null;
  const kept = pages.map((page): PrintedPage => {
    const header = headerText(page);
    const line = page.blocks[0]?.lines[0];
    if (header === null || line === undefined || (counts.get(header) ?? 0) < 2) return page;
    found ??= settleSpace(line).text;
    ledger.remove(trim(line), 'running_header');
    return { blocks: page.blocks.slice(1) };
  });
  return { pages: kept, header: found };
}

function headerText(page: PrintedPage): string | null {
  const block = page.blocks[0];
  if (block?.lines.length !== 1) return null;
  const text = plainText(block);
  return text.length <= HEADER_UNITS && !/[。！？；，]/u.test(text) ? text : null;
}
