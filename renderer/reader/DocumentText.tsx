import { memo, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Segment } from '../../shared/domain/segment.ts';
import { layOutChunks, type Block, type Chunk } from './block.ts';
import { departmentsOf } from './departments.ts';
import styles from './DocumentText.module.css';
import type { AnnotationMarkType } from './SegmentText.tsx';
import { SegmentView } from './SegmentView.tsx';
import type { SpansBySegment } from './spansBySegment.ts';
import type { TextSpan } from './textSpan.ts';

type DocumentTextProps = {
  readonly content: DocumentContent;
  /** What is drawn: the whole document, or a section of it for printing. */
  readonly segments: readonly Segment[];
  readonly spans: SpansBySegment;
  readonly AnnotationMark: AnnotationMarkType;
  /** Only tasks of this department are shown; the others stay in the page, hidden. Null shows all. */
  readonly department: string | null;
};

/** A document's segments in the DOM, all of them; what is off screen is not laid out (`content-visibility`). */
export const DocumentText = memo(function DocumentText({
  content,
  segments,
  spans,
  AnnotationMark,
  department,
}: DocumentTextProps) {
  const chunks = useMemo(() => layOutChunks(segments), [segments]);
  const drawing: Drawing = { text: content.text, spans, AnnotationMark, department };
  return chunks.map((chunk) => (
    <div key={chunk.key} className={styles['chunk']} style={sizeOf(chunk)}>
      {chunk.blocks.map((block) => drawBlock(block, drawing))}
    </div>
  ));
});

type Drawing = Pick<DocumentTextProps, 'spans' | 'AnnotationMark' | 'department'> & {
  readonly text: string;
};

const noSpans: readonly TextSpan[] = [];

function drawBlock(block: Block, drawing: Drawing): ReactNode {
  if (block.kind === 'segment') return drawSegment(block.segment, drawing);
  const [first] = block.items;
  if (!first) return null;
  const items = block.items.map((segment) => drawSegment(segment, drawing));
  switch (block.kind) {
    case 'list':
    case 'tasks':
    case 'contents':
      // list-style: none takes the role away in some engines; the numbers are text.
      return (
        <ul key={first.id} role="list" className={styles[block.kind]}>
          {items}
        </ul>
      );
    case 'box':
      return (
        <aside key={first.id} className={styles['box']} aria-label={boxName(first, drawing.text)}>
          {items}
        </aside>
      );
    case 'table':
      return (
        <div key={first.id} className={styles['table']}>
          {items}
        </div>
      );
  }
}

function boxName({ start, end }: Segment, text: string): string {
  return text.slice(start, Math.min(end, start + 40));
}

function drawSegment(segment: Segment, drawing: Drawing): ReactNode {
  const { text, spans, AnnotationMark, department } = drawing;
  const isHidden =
    department !== null &&
    segment.kind === 'task' &&
    !departmentsOf(segment, text).includes(department);
  return (
    <SegmentView
      key={segment.id}
      segment={segment}
      text={text}
      spans={spans.get(segment.id) ?? noSpans}
      AnnotationMark={AnnotationMark}
      isHidden={isHidden}
    />
  );
}

/** A first guess of the height, in text sizes; the browser remembers the true one once it was on screen. */
function sizeOf({ characters, blocks }: Chunk): CSSProperties {
  const lines = characters / 30 + blocks.length * 0.7;
  return { containIntrinsicBlockSize: `auto ${Math.ceil(lines * 1.95)}em` };
}
