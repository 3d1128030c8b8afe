import { memo, type ReactNode } from 'react';
import { headingParts } from '../../shared/text/headingParts.ts';
import { classNames } from '../ui/classNames.ts';
import { FootnoteText } from './FootnoteText.tsx';
import { SectionNoteButton } from './SectionNoteButton.tsx';
import styles from './SegmentView.module.css';
import { SegmentText } from './SegmentText.tsx';
import { segmentPlace, type SegmentViewProps } from './segmentPlace.ts';
import { TableView } from './TableView.tsx';
import { ownSpans, type TextSpan } from './textSpan.ts';
import { TocEntry } from './TocEntry.tsx';

/** One segment in its true form. The element's `textContent` is the segment's text, to the letter. */
export const SegmentView = memo(function SegmentView(props: SegmentViewProps) {
  const { segment } = props;
  switch (segment.kind) {
    case 'heading':
      return <HeadingView {...props} />;
    case 'table':
      return <TableView {...props} />;
    case 'footnote':
      return <FootnoteText segment={segment}>{textOf(props)}</FootnoteText>;
    case 'toc_entry':
      return <TocEntry segment={segment}>{textOf(props)}</TocEntry>;
    case 'list_item':
    case 'task':
      return (
        <li
          className={classNames(styles['item'], styles[segment.kind])}
          hidden={props.isHidden}
          {...segmentPlace(segment)}
        >
          {textOf(props)}
        </li>
      );
    default:
      return (
        <p className={styles[segment.kind]} {...segmentPlace(segment)}>
          {textOf(props)}
        </p>
      );
  }
});

function textOf({ segment, text, spans, AnnotationMark }: SegmentViewProps): ReactNode {
  return (
    <SegmentText
      text={text}
      range={segment}
      spans={[...ownSpans(segment), ...spans]}
      footnoteMarks={segment.detail.footnoteMarks ?? []}
      AnnotationMark={AnnotationMark}
    />
  );
}

function HeadingView({ segment, text, spans, AnnotationMark }: SegmentViewProps) {
  const level = segment.level ?? 1;
  const { form, number } = headingParts(text.slice(segment.start, segment.end), level);
  const isApart = form === 'part' || form === 'chapter' || form === 'attachment';
  const parts: readonly TextSpan[] =
    number && isApart
      ? [
          {
            kind: 'part',
            name: 'number',
            start: segment.start + number.start,
            end: segment.start + number.end,
          },
        ]
      : [];
  const Tag = headingTags[level - 1] ?? 'h6';
  return (
    <div className={styles['headed']}>
      <Tag className={styles['heading']} data-form={form} {...segmentPlace(segment)}>
        <SegmentText
          text={text}
          range={segment}
          spans={[...parts, ...spans]}
          footnoteMarks={segment.detail.footnoteMarks ?? []}
          AnnotationMark={AnnotationMark}
        />
      </Tag>
      <SectionNoteButton heading={segment} title={text.slice(segment.start, segment.end)} />
    </div>
  );
}

/** By rank; the document's name above the text is the h1, and HTML knows six. */
const headingTags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
