import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import { readingMinutes } from '../../shared/text/readingMinutes.ts';
import { segmentAt } from '../../shared/text/segmentAt.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
import styles from './StatusBar.module.css';
import { useStrings } from './useStrings.ts';
import { useWorkspaceValue } from './useWorkspace.ts';
import { useAnswer } from './useYandu.ts';
import { activePane } from './workspace.ts';

/** 第四章 第一节 · 第 87 段 / 412 · 余约 12 分钟 */
export function ReadingStatus() {
  const { reading } = useStrings();
  const documentId = useWorkspaceValue((workspace) => activePane(workspace).documentId);
  const offset = useWorkspaceValue((workspace) => activePane(workspace).offset);
  if (documentId === null) return null;
  return <PlaceStatus key={documentId} documentId={documentId} offset={offset} reading={reading} />;
}

type PlaceStatusProps = {
  readonly documentId: DocumentContent['document']['id'];
  readonly offset: number;
  readonly reading: Strings['reading'];
};

function PlaceStatus({ documentId, offset, reading }: PlaceStatusProps) {
  const { data } = useAnswer('getDocument', { documentId });
  if (!data) return null;
  const parts = [placeOf(data, offset), paragraphOf(data, offset, reading)];
  const left = readingMinutes(data.document.length - offset);
  parts.push(reading.minutesLeft(left));
  return (
    <span className={styles['place']}>{parts.filter((part) => part !== null).join(' · ')}</span>
  );
}

/** The numbers of the sections one is in: 第四章 第一节. Titles without a number are too long for a line. */
function placeOf({ sections }: DocumentContent, offset: number): string | null {
  const numbers = sectionPath(sections, offset)
    .map((section) => /^\S{1,8}?[篇章节](?=\s)/.exec(section.title)?.[0])
    .filter((number) => number !== undefined);
  return numbers.length === 0 ? null : numbers.slice(-2).join(' ');
}

function paragraphOf(
  { document, segments }: DocumentContent,
  offset: number,
  reading: Strings['reading'],
): string | null {
  for (let index = segmentAt(segments, offset); index >= 0 && index < segments.length; index += 1) {
    const number = segments[index]?.paragraphNumber ?? null;
    if (number !== null) return reading.paragraph(number, document.paragraphCount);
  }
  return null;
}
