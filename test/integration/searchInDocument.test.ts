import { describe, expect, it } from 'vitest';
import { createSearcher } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import { everything } from '../support/searchedPack.ts';
import { createTextPack } from '../support/textPack.ts';

const first = documentIdSchema.parse('d0');
const asked = { filters: everything, fuzzyPinyin: false };

describe('the hits of one document', () => {
  it('are listed to the last one, however many', async () => {
    const segments = Array.from({ length: 900 }, () => ({ text: '园区的人的事的' }));
    const long = { title: '长', segments: Array.from({ length: 12 }, () => segments).flat() };
    const searcher = createSearcher({
      db: createTextPack([long, { title: '别的', segments: [{ text: '的' }] }]),
      notes: listedNotes(),
    });
    const text = long.segments.map((segment) => segment.text).join('\n');
    const expected = Array.from(text.matchAll(/的/g), ({ index }) => [index, index + 1]).flat();

    const { offsets, isCut } = await searcher.listHitRanges({ ...asked, query: '的' }, first);

    expect(offsets.length / 2).toBe(32_400);
    expect(offsets).toEqual(expected);
    expect(isCut).toBe(false);
  });

  it('are those of the beginning of a query that is too long, and say so', async () => {
    const searcher = createSearcher({
      db: createTextPack([{ title: '一', segments: [{ text: `${'园'.repeat(256)}区` }] }]),
      notes: listedNotes(),
    });

    expect(await searcher.listHitRanges({ ...asked, query: '园'.repeat(10_000) }, first)).toEqual({
      offsets: [0, 256],
      isCut: true,
    });
  });
});
