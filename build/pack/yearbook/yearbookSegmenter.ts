// A yearbook: articles by contributors, in columns around captioned pictures, with running headers.

import type {
  DraftDocument,
  DraftSegment,
  Segmenter,
  SegmenterInput,
  SourceLine,
} from '../draft.ts';
import { isoDate } from '../general/isoDate.ts';
import { markOpeningSentences } from '../join/openingSentences.ts';
import type { Ledger } from '../text/ledger.ts';
import { type Article, cutArticles, listedTitles } from './articles.ts';
import { articleBody } from './articleBody.ts';
import { pageItems } from './pageItems.ts';
import { plainText, printedPages, shownText } from './printedPages.ts';
import { removeRunningHeaders } from './runningHeaders.ts';

/** Of the lines of a hard-wrapped text, at least so many stop in the middle of a sentence. */
const WRAPPED = 0.6;
const REPORTERS = /记者[：:](?<names>[^）]+)）$/u;
const NEWSPAPER = /^（[^《》，]{2}(?<date>\d{4}年\d{1,2}月\d{1,2}日)?《(?<name>[^》]+)》/u;

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
  const byline = article.items.findLast((item) => item.kind === 'byline');
  const head: readonly DraftSegment[] =
    title === null ? [] : [{ kind: 'heading', level: 1, text: title }];
  return {
    role: 'document',
    title: title?.text ?? null,
    ...(byline !== undefined && bylineFacts(plainText(byline.block))),
    segments: [...head, ...markOpeningSentences(articleBody(article.items, ledger))],
  };
}

type Facts = Pick<DraftDocument, 'author' | 'issuer' | 'date'>;

/** A department in brackets, or what a source note says: the newspaper, its date and its reporters. */
function bylineFacts(text: string): Facts {
  if (!/[：，《]/u.test(text)) return { author: text.slice(1, -1) };
  const author = REPORTERS.exec(text)?.groups?.['names'];
  const { date = '', name } = NEWSPAPER.exec(text)?.groups ?? {};
  const day = isoDate(date);
  return {
    ...(author !== undefined && { author }),
    ...(name !== undefined && { issuer: name }),
    ...(day !== null && { date: day }),
  };
}
