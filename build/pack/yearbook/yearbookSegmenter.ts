// A yearbook: articles by contributors, in columns around captioned pictures, with running headers.

import type {
  DraftDocument,
  DraftSegment,
  Segmenter,
  SegmenterInput,
  SourceLine,
} from '../draft.ts';
import { markOpeningSentences } from '../join/openingSentences.ts';
import type { Ledger } from '../text/ledger.ts';
import { type Article, cutArticles, listedTitles } from './articles.ts';
import { articleBody } from './articleBody.ts';
import { pageItems } from './pageItems.ts';
import { plainText, printedPages, type PrintedBlock, shownText } from './printedPages.ts';
import { removeRunningHeaders } from './runningHeaders.ts';

/** Of the lines of a hard-wrapped text, at least so many stop in the middle of a sentence. */
const WRAPPED = 0.6;
const REPORTERS = /记者[：:](?<names>[^）]+)）$/u;

export const yearbookSegmenter: Segmenter = { name: 'yearbook', recognises, segment };

/** Hard-wrapped columns with at least one captioned picture and one contributor. */
function recognises(lines: readonly SourceLine[]): boolean {
  const filled = lines.filter((line) => line.text.text.trim() !== '');
  const wrapped = filled.filter((line) => !/[。！？；：）]\s*$/u.test(line.text.text));
  if (wrapped.length < WRAPPED * filled.length) return false;
  const items = pageItems(printedPages(lines));
  return (
    items.some((item) => item.kind === 'caption') && items.some((item) => item.kind === 'byline')
  );
}

function segment({ lines, ledger }: SegmenterInput): readonly DraftDocument[] {
  const { pages, header } = removeRunningHeaders(printedPages(lines), ledger);
  const listed = listedTitles(pages);
  const items = pageItems(listed.length > 0 ? pages.slice(1) : pages);
  const articles = cutArticles(items, listed).map((article) => articleDocument(article, ledger));
  if (listed.length === 0) return articles;
  const segments = listed.map((entry): DraftSegment => ({
    kind: 'toc_entry',
    text: shownText(entry, ledger),
  }));
  return [{ role: 'front_matter', title: header, segments }, ...articles];
}

function articleDocument(article: Article, ledger: Ledger): DraftDocument {
  const title = article.title === null ? null : shownText(article.title, ledger);
  const author = contributor(article);
  const head: readonly DraftSegment[] =
    title === null ? [] : [{ kind: 'heading', level: 1, text: title }];
  return {
    role: 'document',
    title: title?.text ?? null,
    ...(author !== null && { author }),
    segments: [...head, ...markOpeningSentences(articleBody(article.items, ledger))],
  };
}

/** The name in the last byline: a department, or the reporters of an article taken from a newspaper. */
function contributor({ items }: Article): string | null {
  const byline = items.findLast((item) => item.kind === 'byline');
  return byline === undefined ? null : nameIn(byline.block);
}

function nameIn(block: PrintedBlock): string | null {
  const text = plainText(block);
  const reporters = REPORTERS.exec(text)?.groups?.['names'];
  if (reporters !== undefined) return reporters;
  return /[：，]/u.test(text) ? null : text.slice(1, -1);
}
