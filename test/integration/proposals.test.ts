// What is proposed for a mark whose text has changed, on the real documents.

import type Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEditionDocuments } from '../../electron/db/own/edition.ts';
import { migrate } from '../../electron/db/briefing/migrate.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import {
  indexEdition,
  type AnchorSegment,
  type EditionDocument,
} from '../../shared/anchoring/edition.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import { matchQuote } from '../../shared/anchoring/matchQuote.ts';
import { LEAST_PROPOSAL_SCORE, resolveAnchor } from '../../shared/anchoring/resolveAnchor.ts';
import type { Anchor } from '../../shared/domain/annotation.ts';
import { segmentIdSchema } from '../../shared/domain/ids.ts';
import { openSeedPack } from '../support/seedPack.ts';

let pack: Database.Database;
let documents: readonly EditionDocument[] = [];

beforeAll(() => {
  pack = openSeedPack();
  documents = listEditionDocuments(migrate(pack, migrations));
});

afterAll(() => {
  pack.close();
  rmSync(dirname(pack.name), { recursive: true });
});

type Spot = {
  readonly document: EditionDocument;
  readonly segment: AnchorSegment;
  readonly anchor: Anchor;
};

/** A mark on `quote` where it follows `before` in a document. */
function markOn(before: string, quote: string): Spot {
  const document = documents.find(({ text }) => text.includes(before + quote));
  if (document === undefined) throw new Error(`not in the seeds: ${before}${quote}`);
  const start = document.text.indexOf(before + quote) + before.length;
  return spotAt(document, start, quote.length);
}

function spotAt(document: EditionDocument, start: number, length: number): Spot {
  const segment = document.segments.find((one) => one.start <= start && start < one.end);
  const anchor = makeAnchor({ document, packVersion: 1 }, { start, end: start + length });
  if (segment === undefined || anchor === null) throw new Error('no segment there');
  return { document, segment, anchor };
}

/** Another edition of the document: the segment has another text and another name. */
function rewrite({ document, segment }: Spot, text: string): EditionDocument {
  const grown = text.length - (segment.end - segment.start);
  return {
    ...document,
    text: document.text.slice(0, segment.start) + text + document.text.slice(segment.end),
    segments: document.segments.map((one) => {
      if (one.start > segment.start) {
        return { ...one, start: one.start + grown, end: one.end + grown };
      }
      if (one !== segment) return one;
      return {
        ...one,
        id: segmentIdSchema.parse('another'),
        end: one.end + grown,
        hash: 'of another text',
      };
    }),
  };
}

function textOf({ document, segment }: Spot): string {
  return document.text.slice(segment.start, segment.end);
}

function proposalFor(spot: Spot, after: EditionDocument) {
  const resolution = resolveAnchor(spot.anchor, indexEdition([after]));
  return resolution.status === 'changed' ? resolution.proposal : null;
}

/** The text with fewer and fewer letters around a quote left standing, then fewer and fewer of its own. */
function* fadings(text: string, at: number, length: number): Generator<string> {
  for (let kept = 24; kept > 0; kept -= 1) yield keep(text, at - kept, at + length + kept);
  for (let left = length; left > 0; left -= 1) yield keep(text, at, at + left);
}

function keep(text: string, from: number, to: number): string {
  const start = Math.max(0, from);
  const middle = text.slice(start, to);
  return '□'.repeat(start) + middle + '□'.repeat(text.length - start - middle.length);
}

describe('a proposal', () => {
  it.each([
    ['人民群众共同奋斗的', '行动纲领'],
    ['做好“争当表率、争做示范、走在前列”', '实践样本'],
    ['主要阐明“十四五”时期园区的', '发展思路、主要目标、重点举措和政策导向'],
  ])('after %s is made exactly while half of wording and surroundings stand', (before, quote) => {
    const spot = markOn(before, quote);
    const { prefix, suffix, start: expectedStart } = spot.anchor;
    const at = expectedStart - spot.segment.start;
    const scores = Array.from(fadings(textOf(spot), at, quote.length), (faded) => {
      const after = rewrite(spot, faded);
      const score = matchQuote(after.text, quote, { prefix, suffix, expectedStart })?.score ?? 0;
      expect(proposalFor(spot, after) !== null).toBe(score >= LEAST_PROPOSAL_SCORE);
      return score;
    });
    const [accepted, refused] = [true, false].map((is) =>
      scores.filter((score) => score >= LEAST_PROPOSAL_SCORE === is),
    );
    expect(Math.min(...(accepted ?? []))).toBeLessThan(0.56);
    expect(Math.max(...(refused ?? []))).toBeGreaterThan(0.44);
  });

  it('for a short word that was changed is its own place, though the word stands elsewhere', () => {
    const all = spots(2);
    const own = all.filter((spot) => {
      const text = textOf(spot);
      const at = spot.anchor.start - spot.segment.start;
      const after = rewrite(spot, `${text.slice(0, at)}某${text.slice(at + 1)}`);
      const place = proposalFor(spot, after)?.place;
      return place !== undefined && Math.abs(place.start - spot.anchor.start) <= 2;
    });
    // A sentence that stands twice may rightly be preferred where the word is as it was.
    expect(own.length / all.length).toBeGreaterThan(0.95);
  });

  it('for a short word whose paragraph is gone stands among the same words, or is not made', () => {
    const proposals = spots(2).flatMap((spot) => {
      const after = rewrite(spot, '□'.repeat(24));
      const proposal = proposalFor(spot, after);
      if (proposal === null) return [];
      const { prefix, suffix } = spot.anchor;
      const { start, end } = proposal.place;
      const around = after.text.slice(Math.max(0, start - 11), end + 11);
      const same = [...prefix.slice(-11), ...suffix.slice(0, 11)].filter((letter) =>
        around.includes(letter),
      );
      expect(same.length).toBeGreaterThanOrEqual(10);
      return [proposal];
    });
    expect(proposals.length).toBeLessThan(spots(2).length / 2);
  });
});

/** Words of that length, spread over the documents. */
function spots(length: number): readonly Spot[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  return documents.flatMap((document) =>
    document.segments
      .filter(({ start, end }) => end - start > 60)
      .filter((_segment, index) => index % 23 === 0)
      .flatMap((segment) => {
        const text = document.text.slice(segment.start, segment.end);
        const word = [...words.segment(text)]
          .filter(({ index, isWordLike }) => isWordLike === true && index > 30)
          .find(({ segment: { length: units } }) => units === length);
        return word === undefined ? [] : [spotAt(document, segment.start + word.index, length)];
      }),
  );
}
