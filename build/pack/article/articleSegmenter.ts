// An article: title, author, the author's office, and the text in one hard-wrapped column.

import type {
  DraftDocument,
  DraftSegment,
  Segmenter,
  SegmenterInput,
  SourceLine,
} from '../draft.ts';
import { markOpeningSentences } from '../join/openingSentences.ts';
import { trim } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { articleBody } from '../yearbook/articleBody.ts';
import { pageItems } from '../yearbook/pageItems.ts';
import { printedPages } from '../yearbook/printedPages.ts';

const TITLE_UNITS = 60;
const OFFICE_UNITS = 40;
/** One name, or several: 沈觅; 张 三; 李四、王小五. */
const AUTHOR =
  /^(?:作者[：:]|文[/／])?(?<names>\p{Script=Han}\s?\p{Script=Han}{1,3}(?:[、，\s]+\p{Script=Han}\s?\p{Script=Han}{1,3}){0,5})$/u;
const OFFICE =
  /(?:委|工委|委员会|政府|大学|学院|党校|学校|研究院|研究所|研究会|研究室|研究中心|中心|办公室|厅|局|处|部|社|协会|学会|公司|集团|法院|检察院)$/u;
const NAMES_OF_PARTS = /^(?:目录|目次|前言|序言|导言|引言|总则|附则|正文|摘要)$/u;

export const articleSegmenter: Segmenter = {
  name: 'article',
  recognises: (lines) => head(lines) !== null,
  segment: ({ lines, ledger }: SegmenterInput): readonly DraftDocument[] => {
    const found = head(lines);
    if (found === null) return [];
    const body = articleBody(pageItems(printedPages(lines.slice(found.taken))), ledger);
    return [
      {
        role: 'document',
        title: found.title.text.text,
        author: found.names,
        segments: [found.title, found.author, found.office, ...markOpeningSentences(body)],
      },
    ];
  },
};

type Head = {
  readonly title: DraftSegment;
  readonly author: DraftSegment;
  readonly office: DraftSegment;
  readonly names: string;
  /** One past the line of the office. */
  readonly taken: number;
};

/** The three lines at the top; null where they are something else. */
function head(lines: readonly SourceLine[]): Head | null {
  const filled = lines.filter((line) => line.text.text.trim() !== '').slice(0, 3);
  const [title, author, office] = filled.map((line) => settleSpace(trim(line.text)));
  const last = filled[2];
  if (title === undefined || author === undefined || office === undefined || last === undefined) {
    return null;
  }
  const names = AUTHOR.exec(author.text)?.groups?.['names'];
  const isTitle = title.text.length <= TITLE_UNITS && !/[。；，]$|^[#*]/u.test(title.text);
  const isOffice = office.text.length <= OFFICE_UNITS && OFFICE.test(office.text);
  if (!isTitle || !isOffice || names === undefined) return null;
  if (NAMES_OF_PARTS.test(names.replace(/\s/gu, ''))) return null;
  return {
    title: { kind: 'heading', level: 1, text: title },
    author: { kind: 'author', text: author },
    office: { kind: 'affiliation', text: office },
    names,
    taken: lines.indexOf(last) + 1,
  };
}
