import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBySection } from '../../../../renderer/notes/countBySection.ts';
import { sectionKeySchema } from '../../../../shared/domain/ids.ts';

const key = (name: string) => sectionKeySchema.parse(name);

test('counts a mark in its section and in those around it, and leaves empty ones out', () => {
  const sections = [
    { key: key('chapter'), start: 10, end: 100 },
    { key: key('first'), start: 10, end: 50 },
    { key: key('second'), start: 50, end: 100 },
    { key: key('empty'), start: 100, end: 120 },
  ];

  expect([...countBySection(sections, [50, 49, 5, 12, 120])]).toEqual([
    ['chapter', 3],
    ['first', 2],
    ['second', 1],
  ]);
});

test('counts what one by one would count', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.array(range), fc.array(fc.nat(60)), (ranges, offsets) => {
      const sections = ranges.map(([start, length], n) => ({
        key: key(`s${String(n)}`),
        start,
        end: start + length,
      }));
      const counts = countBySection(sections, offsets);
      for (const section of sections) {
        const inside = offsets.filter((at) => section.start <= at && at < section.end);
        expect(counts.get(section.key) ?? 0).toBe(inside.length);
      }
    }),
  );
});
