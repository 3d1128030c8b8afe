// A place becomes a citation: the sections above it, outermost first, and its paragraph numbers.

import type { DocumentContent, Section } from '../domain/document.ts';
import { overlaps, type Place } from '../domain/place.ts';
import type { Segment } from '../domain/segment.ts';
import type { Citation, Locator, SectionStep } from './citation.ts';

type CitedDocument = Pick<DocumentContent, 'document' | 'text' | 'sections' | 'segments'>;

const ordinal = /^第[〇零一二三四五六七八九十百千\d]+[编篇部卷章节条]/u;

/**
 * Cites a passage by document, part, chapter, section and paragraph.
 *
 * @param content the document the place lies in
 * @param place offsets in UTF-16 units of the document's text
 */
export function citePlace(content: CitedDocument, place: Place): Citation {
  const touched = content.segments.filter((segment) => touches(segment, place));
  return {
    place,
    document: content.document,
    path: sectionPath(content, touched[0]),
    locator: locate(content, touched),
  };
}

/** An empty place belongs to the segment it stands in. */
function touches(segment: Segment, place: Place): boolean {
  if (place.start < place.end) return overlaps(segment, place);
  return segment.start <= place.start && place.start <= segment.end;
}

function sectionPath(content: CitedDocument, segment: Segment | undefined): readonly SectionStep[] {
  const byKey = new Map(content.sections.map((section) => [section.key, section]));
  const path: SectionStep[] = [];
  const seen = new Set<Section>();
  let section = segment?.sectionKey ? byKey.get(segment.sectionKey) : undefined;
  while (section && !seen.has(section)) {
    seen.add(section);
    // A document often opens with its own title as a heading; the citation names the title already.
    if (section.title !== content.document.title) path.unshift(stepOf(section.title));
    section = section.parentKey ? byKey.get(section.parentKey) : undefined;
  }
  return path;
}

function stepOf(title: string): SectionStep {
  const number = ordinal.exec(title)?.[0];
  return number ? { kind: 'ordinal', text: number } : { kind: 'title', text: title.trim() };
}

function locate(content: CitedDocument, touched: readonly Segment[]): Locator {
  const numbers = touched
    .map((segment) => segment.paragraphNumber)
    .filter((number) => number !== null);
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first !== undefined && last !== undefined) {
    return { kind: 'paragraphs', ranges: [{ first, last }] };
  }
  const label = touched[0] ? elementLabel(content, touched[0]) : null;
  return label === null ? { kind: 'none' } : { kind: 'element', label };
}

/** What a reader would look for where no paragraph number helps. */
function elementLabel(content: CitedDocument, segment: Segment): string | null {
  switch (segment.kind) {
    case 'table':
      return tableLabel(content, segment);
    case 'table_title':
      return '表题';
    case 'callout_title':
      return segment.detail.number ? `专栏${segment.detail.number}` : '专栏';
    case 'footnote':
      return segment.detail.marker ? `脚注${segment.detail.marker}` : '脚注';
    case 'caption':
      return '图题';
    case 'heading':
      return '标题';
    case 'paragraph':
    case 'list_item':
    case 'task':
    case 'callout':
    case 'byline':
    case 'dateline':
    case 'author':
    case 'affiliation':
    case 'issuer':
    case 'masthead':
    case 'subtitle':
    case 'label':
    case 'toc_entry':
    case 'colophon':
      return null;
  }
}

function tableLabel(content: CitedDocument, table: Segment): string {
  const { group } = table.detail;
  const title =
    group === undefined
      ? undefined
      : content.segments.find(
          (segment) => segment.kind === 'table_title' && segment.detail.group === group,
        );
  return title ? `表：${content.text.slice(title.start, title.end).trim()}` : '表';
}
