import type { SegmentKind } from '../domain/segment.ts';
import { segmentKinds } from '../domain/segment.ts';
import { searchEn } from '../strings/search.en.ts';
import { searchZh } from '../strings/search.zh.ts';
import { foldKey } from './fold.ts';

/** What 类型: can name: a kind of segment, or the reader's notes. */
export type TypedKind = SegmentKind | 'notes';

/** Typed names of notes beside the facet's own. */
const noteNames: readonly string[] = ['笔记', '我的', '我的笔记', 'notes', 'note', 'mine'];

/** The kinds whose name in either language begins with what was typed; empty when none does. */
export function readKinds(typed: string): readonly TypedKind[] {
  const key = foldKey(typed);
  if (key === '') return [];
  if (noteNames.includes(key)) return ['notes'];
  return segmentKinds.filter((kind) =>
    [searchZh.kinds[kind], searchEn.kinds[kind], kind].some((name) =>
      foldKey(name).startsWith(key),
    ),
  );
}
