// What stands before the first document of a compilation: a masthead, an issue, who compiled it, when,
// the topics and their contents lists.

import type { DraftDocument, DraftSegment, SourceLine } from '../draft.ts';
import { isoDate } from '../general/isoDate.ts';
import { isOrdinalLabel } from '../general/ordinalLabel.ts';
import { cut } from '../text/cut.ts';
import type { Ledger } from '../text/ledger.ts';
import { concat, made, type MappedText } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { contentsEntries } from './contentsList.ts';

type FrontLine = {
  readonly text: MappedText;
  readonly isHeading: boolean;
  readonly isEntry: boolean;
};

const ISSUE = /^[（(].*第.+期.*[）)]$/u;
const COMPILER = /^(?<name>\S{4,30}?)(?:主?编|编印|编制|主办|印发?)$/u;
const LABEL = /^(?:参考资料|学习资料|目录)[：:]?$/u;

/** The lines as one document of front matter; leaders, page numbers and bullets are removed with a reason. */
export function frontMatter(lines: readonly SourceLine[], ledger: Ledger): DraftDocument {
  const read = readLines(lines, ledger);
  const segments: DraftSegment[] = [];
  const facts: { title: string | null; issuer?: string; date?: string } = { title: null };
  for (let at = 0; at < read.length; at += 1) {
    const line = read[at];
    const next = read[at + 1];
    if (line === undefined) continue;
    const text = line.text.text;
    if (line.isHeading && isOrdinalLabel(text) && next?.isHeading === true) {
      segments.push({ kind: 'heading', level: 1, text: concat([line.text, made(' '), next.text]) });
      at += 1;
      continue;
    }
    const kind = kindOf(line, segments.length === 0);
    segments.push(
      kind === 'heading' ? { kind, level: 1, text: line.text } : { kind, text: line.text },
    );
    if (kind === 'masthead') facts.title = text;
    const compiler = COMPILER.exec(text)?.groups?.['name'];
    if (kind === 'issuer' && compiler !== undefined) facts.issuer = compiler;
    const date = isoDate(text);
    if (kind === 'dateline' && date !== null) facts.date = date;
  }
  return { role: 'front_matter', ...facts, segments };
}

function kindOf(line: FrontLine, isFirst: boolean): DraftSegment['kind'] {
  const text = line.text.text;
  if (line.isEntry) return 'toc_entry';
  if (LABEL.test(text)) return 'label';
  if (line.isHeading) return isFirst ? 'masthead' : 'heading';
  if (ISSUE.test(text)) return 'subtitle';
  if (isoDate(text) !== null) return 'dateline';
  return COMPILER.test(text) ? 'issuer' : 'paragraph';
}

function readLines(lines: readonly SourceLine[], ledger: Ledger): readonly FrontLine[] {
  const entries = new Set(contentsEntries(lines).map((entry) => entry.lines.start));
  return lines.flatMap((line, index): FrontLine[] => {
    const isHeading = /^\s*#/u.test(line.text.text);
    const isEntry = entries.has(index);
    let text = cut(line.text, /^\s*#+/gu, 'heading_markup', ledger);
    text = cut(text, /\*\*/gu, 'emphasis_markup', ledger);
    text = cut(text, /^\s*[●•■◆]\s*/gu, 'list_markup', ledger);
    if (isEntry) {
      text = cut(text, /\d+\s*$/gu, 'page_number', ledger);
      text = cut(text, /[.．…·]{2,}\s*$/gu, 'dot_leaders', ledger);
    }
    text = settleSpace(text);
    return text.text === '' ? [] : [{ text, isHeading, isEntry }];
  });
}
