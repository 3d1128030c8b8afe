// A citation as text. Citations are written in Chinese in both interface languages: they name Chinese documents.

import type { CitationFormat } from '../domain/handout.ts';
import { assertNever } from '../domain/result.ts';
import type { Citation, Locator, ParagraphRange, SectionStep } from './citation.ts';

/**
 * Writes a citation, always with the document's status: whoever copies it cannot take a draft for the final text.
 *
 * - `full` (文内注): 《文件》第二篇第四章第一节，第87段（征求意见稿）
 * - `reference` (脚注式, after GB/T 7714—2015): 责任者.题名[Z].2021-02-18：第二篇第四章第一节，第87段.（征求意见稿）
 * - `short` (简短): 《短题名》第87段（征求意见稿）
 */
export function formatCitation(citation: Citation, format: CitationFormat): string {
  const { document } = citation;
  switch (format) {
    case 'full':
      return bookTitle(document.title) + where(citation, '·') + statusMark(citation);
    case 'reference':
      return reference(citation) + statusMark(citation);
    case 'short':
      return (
        bookTitle(document.shortTitle) + formatLocator(citation.locator) + statusMark(citation)
      );
    default:
      return assertNever(format);
  }
}

/** Book title marks inside a title become single ones, as GB/T 15834 asks. */
function bookTitle(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

function reference(citation: Citation): string {
  const { author, issuer, title, date } = citation.document;
  // [Z] is the standard's type for what is neither book, journal nor report; the seeds do not say more.
  const head = [author ?? issuer, `${title}[Z]`, date].filter((part) => part !== null).join('.');
  const place = where(citation, '');
  return place === '' ? `${head}.` : `${head}：${place}.`;
}

/** `opener` sets a title that follows a book title apart; after a colon nothing is needed. */
function where(citation: Citation, opener: string): string {
  const path = joinPath(citation.path, opener);
  const locator = formatLocator(citation.locator);
  if (path === '' || locator === '') return path + locator;
  return `${path}，${locator}`;
}

function joinPath(path: readonly SectionStep[], opener: string): string {
  return path
    .map((step, index) => {
      if (step.kind === 'ordinal') return step.text;
      return (index === 0 ? opener : '·') + step.text;
    })
    .join('');
}

/** The place within its section: 第87段, 第25、27—28段, 表：主要指标; empty where nothing helps. */
export function formatLocator(locator: Locator): string {
  switch (locator.kind) {
    case 'paragraphs':
      return `第${locator.ranges.map(formatRange).join('、')}段`;
    case 'element':
      return locator.label;
    case 'none':
      return '';
    default:
      return assertNever(locator);
  }
}

function formatRange({ first, last }: ParagraphRange): string {
  return first === last ? String(first) : `${String(first)}—${String(last)}`;
}

function statusMark(citation: Citation): string {
  return citation.document.status === null ? '' : `（${citation.document.status}）`;
}
