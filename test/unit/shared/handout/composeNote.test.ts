import { expect, it } from 'vitest';
import { composeHandout } from '../../../../shared/handout/composeHandout.ts';
import { composeNote } from '../../../../shared/handout/composeNote.ts';
import { handoutHtml } from '../../../../shared/handout/handoutHtml.ts';
import { handoutMarkdown } from '../../../../shared/handout/handoutMarkdown.ts';
import type { HandoutModel } from '../../../../shared/handout/handoutModel.ts';
import { handoutText } from '../../../../shared/handout/handoutText.ts';
import { placeLink } from '../../../../shared/text/placeLink.ts';
import {
  anchorOf,
  exampleDocuments,
  exampleSource,
  makeHandout,
  planSentence,
} from '../../../support/handoutExample.ts';
import { makeDocument } from '../../../support/makeDocument.ts';

const [plan] = exampleDocuments;
const anchor = anchorOf(plan, planSentence);
const address = placeLink(anchor, 1);
const source = exampleSource();

/** A handout of one excerpt with this note. */
function withNote(text: string): HandoutModel {
  const annotationId = '00000000-0000-4000-8000-000000000902';
  const handout = makeHandout([
    { kind: 'excerpt', anchor, annotationId, editedQuote: null, withNote: true },
  ]);
  return composeHandout(
    handout,
    { ...source, findNote: () => ({ text, isPrivate: false }) },
    'members',
  );
}

const note = '先看**落实的时间**，\n\n- 牵头<部门>\n- **“参与”**部门\n末了*不是*粗体。';

it('keeps bold as runs and lists as items, and announces the note once', () => {
  expect(composeNote('先看**时间**\n- 牵头', source)).toEqual([
    {
      isItem: false,
      runs: [
        { isStrong: false, text: '提示：先看' },
        { isStrong: true, text: '时间' },
      ],
    },
    { isItem: true, runs: [{ isStrong: false, text: '牵头' }] },
  ]);
  expect(composeNote('- 牵头', source)?.map(({ isItem }) => isItem)).toEqual([false, true]);
});

it('calls a link what it is labelled, or else cites its place, and shows no address', () => {
  expect(composeNote(`见[[规划目标|${address}]]。`, source)?.[0]?.runs).toEqual([
    { isStrong: false, text: '提示：见规划目标。' },
  ]);
  expect(composeNote(`见[[${address}]]`, source)?.[0]?.runs).toEqual([
    { isStrong: false, text: expect.stringMatching(/^提示：见《.*第1段$/u) as string },
  ]);
});

it('is nothing where nothing but space is written', () => {
  expect(composeNote('', source)).toBeNull();
  expect(composeNote(' \n\n', source)).toBeNull();
});

it('joins bold to the bold beside it', () => {
  expect(handoutMarkdown(withNote('**时间****地点**'))).toContain('提示：**时间地点**');
});

it('stands in a page as bold and as a list', () => {
  expect(handoutHtml(withNote(note))).toContain(
    [
      '<p class="note" dir="auto">提示：先看<strong>落实的时间</strong>，</p>',
      '<ul class="note"><li dir="auto">牵头&lt;部门&gt;</li>',
      '<li dir="auto"><strong>“参与”</strong>部门</li></ul>',
      '<p class="note" dir="auto">末了*不是*粗体。</p>',
    ].join('\n'),
  );
});

it('stands in Markdown as bold that every reader of it takes for bold', () => {
  expect(handoutMarkdown(withNote(note))).toContain(
    [
      '提示：先看**落实的时间**，',
      '- 牵头\\<部门\\>\n- <strong>“参与”</strong>部门',
      '末了\\*不是\\*粗体。',
    ].join('\n\n'),
  );
});

it('stands in plain text as its letters alone', () => {
  expect(handoutText(withNote(note))).toContain(
    '　　提示：先看落实的时间，\n　　• 牵头<部门>\n　　• “参与”部门\n　　末了*不是*粗体。',
  );
});

it('leaves a quotation to the letter, with asterisks and hyphens of its own', () => {
  const quote = '- 按**一网通办**的要求办理';
  const marked = makeDocument({ id: 'marked', segments: [{ kind: 'paragraph', text: quote }] });
  const handout = makeHandout([
    {
      kind: 'excerpt',
      anchor: anchorOf(marked, quote),
      annotationId: null,
      editedQuote: null,
      withNote: false,
    },
  ]);
  const model = composeHandout(handout, exampleSource([marked]), 'members');

  expect(handoutText(model)).toContain(quote);
  expect(handoutHtml(model)).toContain(quote);
  expect(handoutMarkdown(model)).toContain(String.raw`\- 按\*\*一网通办\*\*的要求办理`);
});
