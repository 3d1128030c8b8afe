// The query language. Every string is a query: what is no operator is a word, and nothing fails.
//   词1 词2       all of them            词1 | 词2   any of them
//   "词1 词2"     in this order          -词         without it
//   文件:规划  类型:任务  牵头:市科技局  类型:笔记   only there

import { fold } from './fold.ts';

/** What is longer is cut here; the window says so. */
export const QUERY_LENGTH = 256;
/** Words that are read; more are left out, which counts as a cut. */
export const QUERY_WORDS = 16;

export type FilterField = 'document' | 'kind' | 'lead';

export type Query = {
  /** As typed, trimmed and cut. */
  readonly text: string;
  readonly isCut: boolean;
  /** Folded words: all groups, of each group any word. */
  readonly groups: readonly (readonly string[])[];
  /** The positive words as typed, for suggestions and pinyin. */
  readonly words: readonly string[];
  readonly excluded: readonly string[];
  /** Fields with the typed, unfolded value. */
  readonly filters: readonly { readonly field: FilterField; readonly value: string }[];
  /** A query of symbols alone is looked up as it stands. */
  readonly literal: string | null;
};

const fieldNames: Readonly<Record<string, FilterField>> = {
  文件: 'document',
  file: 'document',
  类型: 'kind',
  type: 'kind',
  牵头: 'lead',
  lead: 'lead',
};

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'excluded'; readonly text: string }
  | { readonly kind: 'filter'; readonly field: FilterField; readonly value: string }
  | { readonly kind: 'or' };

/** Cuts on a code point, so that no surrogate pair is torn. */
function cut(text: string): string {
  if (text.length <= QUERY_LENGTH) return text;
  const last = text.charCodeAt(QUERY_LENGTH - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? QUERY_LENGTH - 1 : QUERY_LENGTH);
}

const quotedWord = /^(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」)(?=[\s|｜]|$)/u;
const plainWord = /^[^\s|｜]+/u;
const fieldName = /^(文件|类型|牵头|file|type|lead)[:：](?=\S)/iu;

/** One word at the start of `text`, quoted or not, with its length in units. */
function readWord(text: string): { readonly word: string; readonly length: number } {
  const quoted = quotedWord.exec(text);
  if (quoted !== null) {
    return { word: quoted[1] ?? quoted[2] ?? quoted[3] ?? '', length: quoted[0].length };
  }
  const word = plainWord.exec(text)?.[0] ?? text.slice(0, 1);
  return { word, length: word.length };
}

function listTokens(text: string, hasValue: HasValue): readonly Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const field = fieldName.exec(rest);
    const fieldKey = fieldNames[field?.[1]?.toLowerCase() ?? ''];
    if (field !== null && fieldKey !== undefined) {
      const { word, length } = readWord(rest.slice(field[0].length));
      // A field with a value nobody has is text: 类型：… stands in documents too.
      if (hasValue(fieldKey, word)) {
        tokens.push({ kind: 'filter', field: fieldKey, value: word });
        rest = rest.slice(field[0].length + length).trimStart();
        continue;
      }
    }
    if (/^[|｜]/u.test(rest)) {
      tokens.push({ kind: 'or' });
      rest = rest.slice(1).trimStart();
      continue;
    }
    const isExcluded = /^[-－][^\s|｜]/u.test(rest);
    const { word, length } = readWord(isExcluded ? rest.slice(1) : rest);
    tokens.push({ kind: isExcluded ? 'excluded' : 'word', text: word });
    rest = rest.slice(length + (isExcluded ? 1 : 0)).trimStart();
  }
  return tokens;
}

/** Tells whether a typed filter names something the briefing has. */
export type HasValue = (field: FilterField, value: string) => boolean;

/** Reads a query. Never throws, whatever the string. */
export function parseQuery(typed: string, hasValue: HasValue): Query {
  const text = cut(typed.trim());
  const groups: string[][] = [];
  const words: string[] = [];
  const excluded: string[] = [];
  const filters: { field: FilterField; value: string }[] = [];
  let wordCount = 0;
  let joinsPrevious = false;
  for (const token of listTokens(text, hasValue)) {
    if (token.kind === 'or') {
      joinsPrevious = groups.length > 0;
      continue;
    }
    if (token.kind === 'filter') {
      filters.push({ field: token.field, value: token.value });
      continue;
    }
    const key = fold(token.text).key;
    if (key === '') continue;
    wordCount += 1;
    if (wordCount > QUERY_WORDS) continue;
    if (token.kind === 'excluded') {
      excluded.push(key);
      continue;
    }
    words.push(token.text);
    const previous = groups.at(-1);
    if (joinsPrevious && previous !== undefined) {
      if (!previous.includes(key)) previous.push(key);
    } else {
      groups.push([key]);
    }
    joinsPrevious = false;
  }
  const hasMeaning = groups.length > 0 || excluded.length > 0 || filters.length > 0;
  return {
    text,
    isCut: text.length < typed.trim().length || wordCount > QUERY_WORDS,
    groups: dropRepeats(groups),
    words,
    excluded,
    filters,
    // Half a character stands nowhere: it would only be found inside whole ones.
    literal: hasMeaning || text === '' || !text.isWellFormed() ? null : text,
  };
}

/** A word typed twice asks for nothing more. */
function dropRepeats(groups: readonly (readonly string[])[]): Query['groups'] {
  const isSame = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === 1 && other.length === 1 && one[0] === other[0];
  return groups.filter(
    (group, index) => !groups.slice(0, index).some((before) => isSame(before, group)),
  );
}
