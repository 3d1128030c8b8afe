import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../../shared/notes/parseNote.ts';

describe('reading a note', () => {
  it('knows paragraphs, lists and bold', () => {
    expect(parseNote('先问**为什么**\n\n- 一\n- 二\n再看')).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: '先问' },
          { kind: 'strong', text: '为什么' },
        ],
      },
      { kind: 'list', items: [[{ kind: 'text', text: '一' }], [{ kind: 'text', text: '二' }]] },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: '再看' }] },
    ]);
  });

  it.each(['对照[[yandu://open/plan/12-30]]。', '对照yandu://open/plan/12-30。'])(
    'makes a link of %s',
    (body) => {
      expect(parseNote(body)).toEqual([
        {
          kind: 'paragraph',
          inlines: [
            { kind: 'text', text: '对照' },
            { kind: 'link', place: { documentId: 'plan', start: 12, end: 30 } },
            { kind: 'text', text: '。' },
          ],
        },
      ]);
    },
  );

  it.each(['<img src=x onerror=alert(1)>', '[[yandu://elsewhere]]', '**', '2 * 3 * 4'])(
    'leaves %s as it stands',
    (body) => {
      expect(parseNote(body)).toEqual([
        { kind: 'paragraph', inlines: [{ kind: 'text', text: body }] },
      ]);
    },
  );

  it('is nothing for nothing', () => {
    expect(parseNote('\n \n')).toEqual([]);
  });
});
