import { Fragment, type ComponentType, type ReactNode } from 'react';
import type { Segment } from '../../shared/domain/segment.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { splitRuns, type Run } from '../../shared/text/splitRuns.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';
import { FootnoteMark } from './FootnoteMark.tsx';
import styles from './SegmentText.module.css';
import type { TextSpan } from './textSpan.ts';

/** Draws the marks over one run; the notes room supplies it. */
export type AnnotationMarkType = ComponentType<{
  readonly spans: readonly AnnotationSpan[];
  readonly start: number;
  readonly end: number;
  readonly children: ReactNode;
}>;

type SegmentTextProps = {
  readonly text: string;
  readonly range: TextRange;
  readonly spans: readonly TextSpan[];
  readonly footnoteMarks: NonNullable<Segment['detail']['footnoteMarks']>;
  readonly AnnotationMark: AnnotationMarkType;
};

/** The text of a range, to the letter, with everything that lies over it. Footnote marks carry no text. */
export function SegmentText({
  text,
  range,
  spans,
  footnoteMarks,
  AnnotationMark,
}: SegmentTextProps) {
  const marks = footnoteMarks.filter(
    ({ offset }) => range.start <= offset && offset <= range.end && range.start < range.end,
  );
  const runs = splitRuns(
    range,
    spans,
    marks.map((mark) => mark.offset),
  );
  return runs.map((run) => (
    <Fragment key={run.start}>
      {run.start === range.start && marksAt(marks, run.start)}
      <RunText run={run} text={text} AnnotationMark={AnnotationMark} />
      {marksAt(marks, run.end)}
    </Fragment>
  ));
}

function marksAt(marks: SegmentTextProps['footnoteMarks'], offset: number): ReactNode {
  return marks
    .filter((mark) => mark.offset === offset)
    .map((mark) => <FootnoteMark key={mark.footnoteId} mark={mark} />);
}

type RunTextProps = {
  readonly run: Run<TextSpan>;
  readonly text: string;
  readonly AnnotationMark: AnnotationMarkType;
};

function RunText({ run: { start, end, spans }, text, AnnotationMark }: RunTextProps) {
  const annotations = spans.flatMap((span) =>
    span.kind === 'annotation' ? [span.annotation] : [],
  );
  const plain = spans.reduce<ReactNode>((inner, span) => wrap(span, inner), text.slice(start, end));
  if (annotations.length === 0) return plain;
  return (
    <AnnotationMark spans={annotations} start={start} end={end}>
      {plain}
    </AnnotationMark>
  );
}

function wrap(span: TextSpan, inner: ReactNode): ReactNode {
  switch (span.kind) {
    case 'lead':
      return <strong className={styles['lead']}>{inner}</strong>;
    case 'hit':
      return (
        <mark className={styles['hit']} data-current={span.isCurrent || undefined}>
          {inner}
        </mark>
      );
    case 'department':
      return (
        <span className={styles['department']} data-department data-lead={span.isLead || undefined}>
          {inner}
        </span>
      );
    case 'part':
      return <span className={styles[span.name]}>{inner}</span>;
    case 'annotation':
      return inner;
    default:
      return assertNever(span);
  }
}
