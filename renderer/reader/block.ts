// Segments gathered into what is drawn as one thing: a list, a box, a table with its title.

import type { Segment } from '../../shared/domain/segment.ts';

export type Block =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'list'; readonly items: readonly Segment[] }
  | { readonly kind: 'tasks'; readonly items: readonly Segment[] }
  | { readonly kind: 'contents'; readonly items: readonly Segment[] }
  | { readonly kind: 'box'; readonly items: readonly Segment[] }
  | { readonly kind: 'table'; readonly items: readonly Segment[] };

/** A stretch of blocks that is laid out and painted as one (`content-visibility`). */
export type Chunk = {
  readonly key: string;
  readonly blocks: readonly Block[];
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly characters: number;
};

/** Long sections are cut, so that no chunk costs more than a few screens. */
const CHUNK_CHARACTERS = 4_000;

/** Cuts a document's segments, in order and without loss, into chunks that begin at headings. */
export function layOutChunks(segments: readonly Segment[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let blocks: Block[] = [];
  let characters = 0;
  const close = (): void => {
    const segments = blocks.flatMap(segmentsOf);
    const [first] = segments;
    const last = segments.at(-1);
    if (first && last) {
      chunks.push({ key: first.id, blocks, start: first.start, end: last.end, characters });
    }
    blocks = [];
    characters = 0;
  };
  for (const block of gatherBlocks(segments)) {
    const isHeading = block.kind === 'segment' && block.segment.kind === 'heading';
    // Headings that follow each other (篇, 章, 节) stay together.
    if ((isHeading && !isOnlyHeadings(blocks)) || characters > CHUNK_CHARACTERS) close();
    blocks.push(block);
    for (const { start, end } of segmentsOf(block)) characters += end - start;
  }
  close();
  return chunks;
}

export function segmentsOf(block: Block): readonly Segment[] {
  return block.kind === 'segment' ? [block.segment] : block.items;
}

function isOnlyHeadings(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.kind === 'segment' && block.segment.kind === 'heading');
}

function gatherBlocks(segments: readonly Segment[]): readonly Block[] {
  const blocks: Block[] = [];
  let index = 0;
  for (let first = segments[index]; first; first = segments[index]) {
    const kind = blockKindOf(first);
    let end = index + 1;
    if (kind !== 'segment') {
      while (isTogether(first, segments[end], kind)) end += 1;
    }
    blocks.push(
      kind === 'segment' ? { kind, segment: first } : { kind, items: segments.slice(index, end) },
    );
    index = end;
  }
  return blocks;
}

function blockKindOf({ kind, detail }: Segment): Block['kind'] {
  switch (kind) {
    case 'list_item':
      return 'list';
    case 'task':
      return 'tasks';
    case 'toc_entry':
      return 'contents';
    case 'callout':
    case 'callout_title':
      return 'box';
    case 'table':
      return 'table';
    case 'table_title':
      return detail.group === undefined ? 'segment' : 'table';
    default:
      return 'segment';
  }
}

function isTogether(first: Segment, next: Segment | undefined, kind: Block['kind']): boolean {
  if (!next || blockKindOf(next) !== kind) return false;
  if (kind === 'box' || kind === 'table')
    return next.detail.group === first.detail.group && next.detail.group !== undefined;
  return true;
}
