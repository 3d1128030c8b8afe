// A compilation: one file that holds several documents, announced by a contents list in front of them.

import type { DraftDocument, DraftSegment, Segmenter, SourceLine } from '../draft.ts';
import { isoDate } from '../general/isoDate.ts';
import { markTasks } from '../general/markTasks.ts';
import { segmentLines } from '../general/segmentLines.ts';
import { titleText } from '../general/titleText.ts';
import { cut } from '../text/cut.ts';
import type { Ledger } from '../text/ledger.ts';
import { slice, trim } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { type TitledPart, titledParts } from './contentsList.ts';
import { frontMatter } from './frontMatter.ts';

const STATUS = /[（(](?:征求意见稿|送审稿|讨论稿|审议稿|报批稿|草案|初稿|内部资料)[）)]$/u;
const ORGAN = /(?:委|委员会|人民政府|办公厅|办公室|厅|局)$/u;
const ATTRIBUTION = /^[（(]来源[：:](?<name>[^，,）)]+)(?:[，,](?<date>[^）)]+))?[）)]$/u;

/** Recognised by two or more titles of its contents list that are printed again in the text. */
export const studySegmenter: Segmenter = {
  name: 'study',
  recognises: (lines) => titledParts(lines).length > 1,
  segment: ({ lines, ledger }) => {
    const parts = titledParts(lines);
    const front = lines.slice(0, parts[0]?.titleLines.start ?? 0);
    return [frontMatter(front, ledger), ...parts.map((part) => partDocument(part, lines, ledger))];
  },
};

function partDocument(
  part: TitledPart,
  lines: readonly SourceLine[],
  ledger: Ledger,
): DraftDocument {
  const title = titleSegments(lines.slice(part.titleLines.start, part.titleLines.end), ledger);
  const body = markTasks(segmentLines(lines.slice(part.titleLines.end, part.end), ledger, 2));
  return {
    role: 'document',
    title: title[0]?.text.text ?? null,
    ...issuerOf(lines.slice(part.titleLines.start, part.titleLines.end)),
    ...factsOf(body),
    segments: [...title, ...body],
  };
}

/** The title as one heading, and its status (征求意见稿) as a line of its own. */
function titleSegments(lines: readonly SourceLine[], ledger: Ledger): readonly DraftSegment[] {
  const bare = lines.map((line) =>
    cut(cut(line.text, /^\s*#+/gu, 'heading_markup', ledger), /\*\*/gu, 'emphasis_markup', ledger),
  );
  const text = titleText(bare.map(trim));
  const statusStart = STATUS.exec(text.text)?.index;
  const heading = slice(text, 0, statusStart);
  return [
    { kind: 'heading', level: 1, text: trim(heading) },
    ...(statusStart === undefined
      ? []
      : [{ kind: 'subtitle', text: settleSpace(slice(text, statusStart)) } as const]),
  ];
}

/** An organ that stands on the first line of a title of several lines issued the document. */
function issuerOf(titleLines: readonly SourceLine[]): { readonly issuer?: string } {
  const [first = '', ...others] = titleLines
    .map((line) => line.text.text.replace(/^[#\s]+|\*\*|\s+/gu, ''))
    .filter((text) => text !== '');
  return others.length > 0 && ORGAN.test(first) ? { issuer: first } : {};
}

/** The date below the title, or the paper and the date that the last line names. */
function factsOf(body: readonly DraftSegment[]): {
  readonly issuer?: string;
  readonly date?: string;
} {
  const first = body[0];
  const dated = first?.kind === 'dateline' ? isoDate(first.text.text) : null;
  if (dated !== null) return { date: dated };
  const { name, date } = ATTRIBUTION.exec(body.at(-1)?.text.text ?? '')?.groups ?? {};
  const published = date === undefined ? null : isoDate(date);
  return {
    ...(name !== undefined && { issuer: name }),
    ...(published !== null && { date: published }),
  };
}
