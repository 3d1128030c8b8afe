import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRuns } from '../../../../shared/text/splitRuns.ts';

const range = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));

describe('splitRuns', () => {
  it('gives one run without spans where nothing lies over the text', () => {
    const runs = splitRuns({ start: 3, end: 9 }, []);

    expect(runs).toEqual([{ start: 3, end: 9, spans: [] }]);
  });

  it('keeps overlapping marks separate in the stretch they share', () => {
    const yellow = { start: 0, end: 6, name: '藤黄' };
    const red = { start: 4, end: 9, name: '朱砂' };

    const runs = splitRuns({ start: 0, end: 10 }, [yellow, red]);

    expect(runs).toEqual([
      { start: 0, end: 4, spans: [yellow] },
      { start: 4, end: 6, spans: [yellow, red] },
      { start: 6, end: 9, spans: [red] },
      { start: 9, end: 10, spans: [] },
    ]);
  });

  it('ends a run at a footnote mark', () => {
    const runs = splitRuns({ start: 0, end: 5 }, [], [2, 0, 5, 9]);

    expect(runs.map((run) => run.start)).toEqual([0, 2]);
  });

  it('draws nothing for an empty range', () => {
    expect(splitRuns({ start: 4, end: 4 }, [{ start: 0, end: 9 }])).toEqual([]);
  });

  it('covers the range exactly, in order, with exactly the spans that lie there', () => {
    fc.assert(
      fc.property(
        range,
        fc.array(range, { maxLength: 8 }),
        fc.array(fc.nat(60)),
        (whole, spans, cuts) => {
          const runs = splitRuns(whole, spans, cuts);

          let at = whole.start;
          for (const run of runs) {
            expect(run.start).toBe(at);
            expect(run.end).toBeGreaterThan(run.start);
            for (let unit = run.start; unit < run.end; unit += 1) {
              const covering = spans.filter((span) => span.start <= unit && unit < span.end);
              expect(run.spans).toEqual(covering);
            }
            at = run.end;
          }
          expect(at).toBe(whole.end);
          // Nothing is cut without need.
          for (const [index, run] of runs.slice(1).entries()) {
            if (!cuts.includes(run.start)) expect(run.spans).not.toEqual(runs[index]?.spans);
          }
        },
      ),
    );
  });
});
