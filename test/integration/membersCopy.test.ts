// Nothing private in any byte of the members' copy: a canary in every field that can hold something private.

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderHandout } from '../../electron/export/renderHandout.ts';
import type { ExportFormat, Handout } from '../../shared/domain/handout.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import { noFootLayout } from '../../shared/handout/footLayout.ts';
import { printDocument } from '../../shared/handout/printDocument.ts';
import {
  anchorOf,
  exampleDocuments,
  exampleSource,
  makeHandout,
  planSentence,
} from '../support/handoutExample.ts';

const [plan] = exampleDocuments;
const annotationId = '00000000-0000-4000-8000-000000000900';
/** Minutes of an agenda are the facilitator's: a number that stands nowhere else. */
const MINUTES = 1357;

type Wish = { readonly kind: string; readonly canary: string; readonly isPrivate: boolean };

/** One item of each wish; `canary` stands where only the facilitator may read. */
function itemOf({ kind, canary, isPrivate }: Wish): Record<string, unknown> {
  switch (kind) {
    case 'question':
      return { kind, text: '公开的问题？', answer: canary };
    case 'note':
      return { kind, text: isPrivate ? canary : '公开的说明。', isPrivate };
    case 'heading':
      return { kind, level: 1, text: '公开的标题', minutes: MINUTES };
    default:
      return {
        kind: 'excerpt',
        anchor: anchorOf(plan, planSentence),
        annotationId,
        editedQuote: null,
        withNote: true,
      };
  }
}

const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom('question', 'note', 'heading', 'excerpt'),
    canary: fc.nat().map((number) => `金丝雀${String(number)}啼`),
    isPrivate: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Everything a person with the file could read out of it, packed parts unpacked. */
async function readable(handout: Handout, format: Exclude<ExportFormat, 'pdf'>): Promise<string> {
  const source = {
    ...exampleSource(),
    findNote: () => ({ text: '金丝雀笔记啼', isPrivate: true }),
  };
  const bytes = new Uint8Array(
    await renderHandout(composeHandout(handout, source, 'members'), format),
  );
  if (format !== 'docx') return Buffer.from(bytes).toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + strFromU8(part))
    .join('\n');
}

it.each(['docx', 'html', 'md', 'txt'] as const)(
  'holds no canary in any part of a %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(wishes, async (some) => {
        const text = await readable(makeHandout(some.map(itemOf)), format);
        expect(text).not.toContain('金丝雀');
        expect(text).not.toContain(String(MINUTES));
        expect(text).not.toContain(annotationId);
      }),
      { numRuns: 30 },
    );
  },
);

it('holds none on the page that is printed', () => {
  const source = {
    ...exampleSource(),
    findNote: () => ({ text: '金丝雀笔记啼', isPrivate: true }),
  };
  fc.assert(
    fc.property(wishes, (some) => {
      const model = composeHandout(makeHandout(some.map(itemOf)), source, 'members');
      const { html, css } = printDocument(
        model,
        { pageArea: 691, pageCount: 2, foot: noFootLayout },
        { stylePath: '/x', fontFaces: '' },
      );
      expect(html + css).not.toMatch(/金丝雀|1357/u);
      expect(html).not.toContain(annotationId);
    }),
  );
});
