import { describe, expect, it } from 'vitest';
import { applyCorrection } from '../../../../build/pack/read/applyCorrection.ts';
import { decodeText, MAX_SOURCE_BYTES } from '../../../../build/pack/read/decodeText.ts';
import { correctionsSchema, manifestSchema } from '../../../../build/pack/read/manifest.ts';
import { splitLines } from '../../../../build/pack/read/splitLines.ts';

const law =
  '第一条　为了保障公民依法参加审判活动，促进司法公正，制定本法。\n第二条　公民有依法担任人民陪审员的权利和义务。\n';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** 第一条 公民的权利和义务，由法律规定。 in GB18030, as an old export has it. */
const gb18030 = Uint8Array.from(
  Buffer.from('b5dad2bbccf520b9abc3f1b5c4c8a8c0fbbacdd2e5cef1a3acd3c9b7a8c2c9b9e6b6a8a1a3', 'hex'),
);

describe('bytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(law), 'utf-8', law],
    [
      'UTF-8 with a mark, which stays',
      new TextEncoder().encode(`\ufeff${law}`),
      'utf-8',
      `\ufeff${law}`,
    ],
    ['UTF-16 with a mark', utf16(law, 'le', true), 'utf-16le', `\ufeff${law}`],
    ['UTF-16, the other order', utf16(law, 'be', true), 'utf-16be', `\ufeff${law}`],
    ['UTF-16 without a mark', utf16(law, 'le', false), 'utf-16le', law],
    ['UTF-16, the other order without a mark', utf16(law, 'be', false), 'utf-16be', law],
    ['GB18030', gb18030, 'gb18030', '第一条 公民的权利和义务，由法律规定。'],
  ])('of %s are read exactly', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, encoding, text });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', new TextEncoder().encode(' \n\t\n'), 'empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'binary'],
    [
      'a western page',
      Buffer.from('Déjà vu, où est-ce? '.repeat(20), 'latin1'),
      'unknown_encoding',
    ],
    ['a broken UTF-8', Uint8Array.from([0xe7, 0xac, 0x41, 0xff, 0xfe]), 'unknown_encoding'],
    ['absurdly many', new Uint8Array(MAX_SOURCE_BYTES + 1), 'too_large'],
  ])('that hold %s are refused by name', (_name, bytes, reason) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason });
  });
});

describe('lines', () => {
  it('end at every kind of line break and know their places', () => {
    const lines = splitLines('甲\r\n乙\n\n丙\u2028丁');

    expect(lines.map(({ number, text }) => [number, text.text, text.origins[0]?.source])).toEqual([
      [1, '甲', 0],
      [2, '乙', 3],
      [3, '', undefined],
      [4, '丙', 6],
      [5, '丁', 8],
    ]);
  });
});

describe("an editor's correction", () => {
  const lines = splitLines('一\n二\n三\n四\n五');
  const correct = (correction: object) => {
    const [parsed] = correctionsSchema.parse([{ file: 'a.txt', why: 'as printed', ...correction }]);
    if (parsed === undefined) throw new Error('no correction');
    const corrected = applyCorrection(lines, parsed);
    return corrected.ok ? corrected.lines.map(({ text }) => text.text).join('') : corrected.detail;
  };

  it('reads columns in their true order', () => {
    expect(
      correct({
        do: 'reorder',
        ranges: [
          [4, 5],
          [2, 3],
        ],
      }),
    ).toBe('一四五二三');
  });

  it.each([
    [
      'with a gap',
      [
        [4, 5],
        [1, 2],
      ],
    ],
    [
      'that overlap',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'behind the end',
      [
        [4, 6],
        [2, 3],
      ],
    ],
  ])('is refused for ranges %s, which could lose lines', (_how, ranges) => {
    expect(correct({ do: 'reorder', ranges })).toMatch(/^lines? \d/);
  });

  it('reads a paragraph as one that a page cut at a full stop', () => {
    expect(correct({ do: 'join', lines: [2, 4] })).toBe('一二三四五');
    expect(correct({ do: 'join', lines: [4, 9] })).toMatch(/do not stand together/);
  });
});

describe('pack.json', () => {
  const pack = { packId: 'p', title: '包', version: 1, versionLabel: '1' };

  it('needs no more than the files', () => {
    const { sources } = manifestSchema.parse({ ...pack, sources: [{ file: 'a.txt' }] });

    expect(sources).toEqual([
      { file: 'a.txt', origin: 'unknown', rights: 'unknown', status: null, documents: [] },
    ]);
  });

  it.each([
    ['a file twice', [{ file: 'a.txt' }, { file: 'a.txt' }]],
    [
      'a document id twice',
      [
        { file: 'a.txt', documents: [{ id: 'd', title: '甲' }] },
        { file: 'b.txt', documents: [{ id: 'd', title: '乙' }] },
      ],
    ],
    [
      'a date that is none',
      [{ file: 'a.txt', documents: [{ id: 'd', title: '甲', date: '2022年' }] }],
    ],
    ['a word it does not know', [{ file: 'a.txt', licence: 'CC0' }]],
  ])('is refused with %s', (_what, sources) => {
    expect(manifestSchema.safeParse({ ...pack, sources }).success).toBe(false);
  });
});
