import type { Segment } from '../../shared/domain/segment.ts';
import type { BuiltSource } from './buildSource.ts';

export type LawScore = {
  readonly file: string;
  readonly segments: number;
  /** Lines of the source that begin with 第…条 and a space. */
  readonly printedArticles: number;
  /** Segments with such a number. */
  readonly foundArticles: number;
  /** Prose that ends without a final mark or begins in the middle of something; short lines are lists. */
  readonly broken: readonly string[];
};

const ARTICLE =
  /^\ufeff?[\s　]*(?:#+\s*)?\**第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?\**[\s　【]/gmu;
const FINAL = /[。！？!?；;：:…—.][）)”’"》】]*$|[）)”’"》】]$/u;
const PROSE_UNITS = 20;
const FRAGMENT = /^[，。、；：！？）》】]/u;

/** What a reader would stumble over, as numbers: the higher, the worse. */
export function scoreLaw(source: BuiltSource): LawScore {
  const texts = source.documents.flatMap(({ segments, text }) =>
    segments.map((segment) => ({ segment, text: text.text.slice(segment.start, segment.end) })),
  );
  const foundArticles = texts.filter(
    ({ segment, text }) =>
      /^第.+条/u.test(segment.detail.number ?? '') || isArticleHeading(segment, text),
  );
  const broken = texts.flatMap(({ segment, text }) => {
    if (segment.kind !== 'paragraph' && segment.kind !== 'list_item') return [];
    const isProse = text.length >= PROSE_UNITS && /[，。]/u.test(text);
    return (isProse && !FINAL.test(text)) || FRAGMENT.test(text) ? [text] : [];
  });
  return {
    file: source.file,
    segments: texts.length,
    printedArticles: source.text.match(ARTICLE)?.length ?? 0,
    foundArticles: foundArticles.length,
    broken,
  };
}

/** 第一条 as a heading of its own. */
function isArticleHeading({ kind }: Segment, text: string): boolean {
  return kind === 'heading' && /^第[^\s]+条/u.test(text);
}

/** Missing or invented articles weigh ten times a broken paragraph. */
export function badness(score: LawScore): number {
  return 10 * Math.abs(score.printedArticles - score.foundArticles) + score.broken.length;
}
