import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { linksOf, parseNote, replaceLinks } from '../../../../shared/notes/parseNote.ts';
import { writeLink } from '../../../../shared/notes/writeLink.ts';

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

  it('of endless lists and openings takes no time to speak of', () => {
    const items = 400_000;

    expect(parseNote('- 一\n'.repeat(items))).toMatchObject([{ items: { length: items } }]);
    expect(linksOf('yandu://open/1-'.repeat(items))).toEqual([]);
  });

  const address = 'yandu://open/plan/12-30';
  it.each([
    [`对照[[${address}]]。`, address, null],
    [`对照[[${address}?v=3]]。`, `${address}?v=3`, null],
    [`对照[[《纲要》第2段|${address}?v=3]]。`, `${address}?v=3`, '《纲要》第2段'],
    [`对照${address}。`, address, null],
    [`对照${address}?v=12。`, `${address}?v=12`, null],
  ])('makes a link of %s', (body, written, label) => {
    expect(parseNote(body)).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: '对照' },
          {
            kind: 'link',
            link: { address: written, label, place: { documentId: 'plan', start: 12, end: 30 } },
          },
          { kind: 'text', text: '。' },
        ],
      },
    ]);
  });

  it.each(['<img src=x onerror=alert(1)>', '[[yandu://elsewhere]]', '**', '2 * 3 * 4'])(
    'leaves %s as it stands',
    (body) => {
      expect(parseNote(body)).toEqual([
        { kind: 'paragraph', inlines: [{ kind: 'text', text: body }] },
      ]);
    },
  );

  it('reads back every link it wrote, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (label) => {
        const link = writeLink(label, address);
        expect(linksOf(`前${link}后${link}`)).toMatchObject([{ address }]);
        expect(replaceLinks(`前${link}后`, () => '')).toBe('前后');
      }),
    );
  });

  it('changes nothing but links', () => {
    const part = fc.constantFrom(
      '**',
      '粗',
      '[[',
      ']]',
      '|',
      '- 一\n',
      `[[名|${address}]]`,
      address,
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const body = parts.join('');
        const same = replaceLinks(body, ({ label, address: written }) =>
          body.includes(`|${written}]]`) && label !== null ? `[[${label}|${written}]]` : written,
        );
        expect(same.replaceAll(/[[\]]/g, '')).toBe(body.replaceAll(/[[\]]/g, ''));
      }),
    );
  });

  it('is nothing for nothing', () => {
    expect(parseNote('\n \n')).toEqual([]);
  });
});
