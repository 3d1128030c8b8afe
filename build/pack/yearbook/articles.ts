// Where an article begins and ends: it ends with its contributor; its title stands at the head of its
// first page or, where a picture took that place, behind the text of that page.

import { lineWidth } from '../join/lineWidth.ts';
import { endsSentence } from '../join/sentenceEnd.ts';
import type { PageItem } from './pageItems.ts';
import { plainText, type PrintedBlock, type PrintedPage } from './printedPages.ts';

export type Article = {
  readonly title: PrintedBlock | null;
  /** Without the title. */
  readonly items: readonly PageItem[];
};

const TITLE_UNITS = 60;
const TITLE_BLOCKS = 3;
/** A line so much shorter than the one above it, in the middle of a sentence, is none of the column. */
const NARROW = 0.75;

/**
 * The titles that the first page lists, each as the blocks it is printed on. Empty where the page is no
 * list: something on it is a sentence, or none of its lines is printed again.
 */
export function listedTitles(pages: readonly PrintedPage[]): readonly PrintedBlock[] {
  const [first, ...others] = pages;
  if (first === undefined || !first.blocks.every(looksLikeTitle)) return [];
  const printed = new Set(others.flatMap(({ blocks }) => blocks.map(plainText)));
  const entries: PrintedBlock[] = [];
  let known = 0;
  for (let at = 0; at < first.blocks.length;) {
    const entry = longestTitle(first.blocks.slice(at, at + TITLE_BLOCKS), printed);
    known += entry === null ? 0 : 1;
    const taken = first.blocks.slice(at, at + (entry?.taken ?? 1));
    entries.push({ lines: taken.flatMap(({ lines }) => lines) });
    at += taken.length;
  }
  return known > 0 ? entries : [];
}

function longestTitle(
  blocks: readonly PrintedBlock[],
  printed: ReadonlySet<string>,
): { readonly taken: number } | null {
  for (let taken = blocks.length; taken > 0; taken -= 1) {
    if (printed.has(blocks.slice(0, taken).map(plainText).join(''))) return { taken };
  }
  return null;
}

/** The articles in the order of their texts. A part without a title belongs to the article before it. */
export function cutArticles(
  items: readonly PageItem[],
  listed: readonly PrintedBlock[],
): readonly Article[] {
  const titles = new Set(listed.map(plainText));
  const articles: Article[] = [];
  for (const part of cutBehindBylines(items, titles)) {
    const title = findTitle(part, titles);
    const before = articles.at(-1);
    if (title === null && before !== undefined) {
      articles[articles.length - 1] = { ...before, items: [...before.items, ...part] };
    } else {
      articles.push({ title: title?.block ?? null, items: part.filter((item) => item !== title) });
    }
  }
  return articles;
}

/**
 * Captions on the page of a byline still belong to what stands before it, and so does a listed title
 * behind the byline of a one-page article that has none.
 */
function cutBehindBylines(
  items: readonly PageItem[],
  listed: ReadonlySet<string>,
): readonly (readonly PageItem[])[] {
  const parts: PageItem[][] = [[]];
  let isOver = false;
  for (const item of items) {
    const part = parts.at(-1) ?? [];
    if (isOver && item.kind === 'text' && !isLateTitle(item, part, listed)) {
      parts.push([item]);
      isOver = false;
    } else {
      part.push(item);
      isOver ||= item.kind === 'byline';
    }
  }
  return parts.filter((part) => part.length > 0);
}

function isLateTitle(
  item: PageItem,
  part: readonly PageItem[],
  listed: ReadonlySet<string>,
): boolean {
  const isListed = ({ block }: PageItem): boolean => listed.has(plainText(block));
  return isListed(item) && part[0]?.page === item.page && !part.some(isListed);
}

function findTitle(part: readonly PageItem[], listed: ReadonlySet<string>): PageItem | null {
  const page = part.find((item) => item.kind === 'text')?.page;
  const texts = part.filter((item) => item.kind === 'text' && item.page === page);
  const named = texts.find(({ block }) => listed.has(plainText(block)));
  if (named !== undefined) return named;
  const [first] = texts;
  const last = texts.at(-1);
  const above = texts.at(-2);
  if (last !== undefined && above !== undefined && standsBehind(last, above)) return last;
  return first !== undefined && looksLikeTitle(first.block) ? first : null;
}

function standsBehind(last: PageItem, above: PageItem): boolean {
  if (!looksLikeTitle(last.block) || endsSentence(plainText(above.block))) return false;
  return lineWidth(plainText(last.block)) < NARROW * lineWidth(plainText(above.block));
}

function looksLikeTitle(block: PrintedBlock): boolean {
  const text = plainText(block);
  return text !== '' && text.length <= TITLE_UNITS && !/[，。；]|[！？…、]$/u.test(text);
}
