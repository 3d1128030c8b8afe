import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteDifference } from '../../../../shared/handout/quoteDifference.ts';

it('reads as the source without additions and as the edit without removals', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (source, edited) => {
      const runs = quoteDifference(source, edited);
      const without = (kind: string): string =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect(without('added')).toBe(source);
      expect(without('removed')).toBe(edited);
    }),
  );
});
