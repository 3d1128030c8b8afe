import { memo, type ReactNode } from 'react';
import type { Segment } from '../../shared/domain/segment.ts';
import { segmentsOf, type Block, type Chunk } from './block.ts';
import { departmentsOf } from './departments.ts';
import styles from './DocumentText.module.css';
import type { AnnotationMarkType } from './SegmentText.tsx';
import { SegmentView } from './SegmentView.tsx';
import type { SpansBySegment } from './spansBySegment.ts';
import type { TextSpan } from './textSpan.ts';

type Drawing = {
  /** The document's whole text. */
  readonly text: string;
  readonly spans: SpansBySegment;
  readonly AnnotationMark: AnnotationMarkType;
  /** Only tasks of this department are shown; the others stay in the page, hidden. Null shows all. */
  readonly department: string | null;
};

type DocumentTextProps = Drawing & {
  /** What is drawn: the whole document, or a section of it for printing. */
  readonly chunks: readonly Chunk[];
  /** Those whose text is there; the others hold its place. */
  readonly there: ReadonlySet<Chunk>;
};

/** A document's segments in the DOM; what is off screen is not laid out (`content-visibility`). */
export const DocumentText = memo(function DocumentText({
  chunks,
  there,
  ...drawing
}: DocumentTextProps) {
  return chunks.map((chunk) => (
    <ChunkView key={chunk.key} chunk={chunk} isThere={there.has(chunk)} drawing={drawing} />
  ));
});

type ChunkViewProps = {
  readonly chunk: Chunk;
  readonly isThere: boolean;
  readonly drawing: Drawing;
};

/** Drawn again only when something in it changes: a mark concerns one chunk of hundreds. */
const ChunkView = memo(function ChunkView({ chunk, isThere, drawing }: ChunkViewProps) {
  const { start, end, blocks } = chunk;
  const size = guessedSize(chunk);
  const place = { className: styles['chunk'], 'data-start': start, 'data-end': end };
  if (!isThere) return <div {...place} data-waiting style={{ blockSize: size }} />;
  return (
    <div {...place} style={{ containIntrinsicBlockSize: `auto ${size}` }}>
      {blocks.map((block) => drawBlock(block, drawing))}
    </div>
  );
}, isDrawnAlike);

function isDrawnAlike(one: ChunkViewProps, other: ChunkViewProps): boolean {
  const { spans, ...rest } = one.drawing;
  const { spans: otherSpans, ...otherRest } = other.drawing;
  return (
    one.chunk === other.chunk &&
    one.isThere === other.isThere &&
    rest.text === otherRest.text &&
    rest.department === otherRest.department &&
    rest.AnnotationMark === otherRest.AnnotationMark &&
    (spans === otherSpans || !one.isThere || hasSameSpans(one.chunk, spans, otherSpans))
  );
}

function hasSameSpans({ blocks }: Chunk, one: SpansBySegment, other: SpansBySegment): boolean {
  return blocks.every((block) =>
    segmentsOf(block).every(({ id }) => one.get(id) === other.get(id)),
  );
}

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
function guessedSize({ characters, blocks }: Chunk): string {
  const lines = characters / 30 + blocks.length * 0.7;
  return `${Math.ceil(lines * 1.95)}em`;
}
