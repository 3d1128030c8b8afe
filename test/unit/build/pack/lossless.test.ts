// What must hold for every text: nothing lost, nothing invented, broken paragraphs whole again.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSource } from '../../../../build/pack/buildSource.ts';
import { buildText, describeSegments } from '../../../support/buildText.ts';

const about = { file: 'a.txt', origin: 'unknown', rights: 'unknown', status: null, documents: [] };

/** Markup, noise and numbers of every kind the builder knows, in any order. */
const token = fc.oneof(
  fc.constantFrom(
    ...['\n', '\n\n', '\r\n', '\t', ' ', '　', '\u2028', '\f', '\ufeff', '\u200b', '\ufffd'],
    ...['# ', '### ', '**', '|', '|---|', '---', '<!--', '-->', '- ', '> ', '![', '](a)'],
    ...['[bookmark: _Toc1]', '[bookmark: ', '[footnoteRef:1]', '[1: ', '[2:', ']', '[image: 图'],
    ...['描述已自动生成]', '第一篇 ', '第二章 ', '第3节 ', '第四条 ', '一、', '（一）', '1.', '①'],
    ...['专栏1 ', '表1 ', '图2 ', '附件1', '目录', '序 言', '..... 12', '……', '—', '——', '\n7\n'],
    ...[
      '。',
      '，',
      '；',
      '：',
      '（',
      '）',
      '“',
      '”',
      '《',
      '》',
      '2022年1月2日',
      '第 7 期',
      '编辑：',
    ],
    ...[
      '市科技局牵头',
      '等参与',
      '某某 供稿',
      '（来源：',
      'abc',
      '3.5',
      '😀',
      '𠮷',
      '园区',
      '发展创新',
    ],
  ),
  fc.string({ maxLength: 4, unit: 'binary' }),
);
const anyText = fc.array(token, { minLength: 1, maxLength: 60 }).map((tokens) => tokens.join(''));

const character = fc.constantFrom(
  ...Array.from('高质量发展坚持创新驱动改革开放园区产业集群人才生态服务体系建设推进加快完善'),
);
const clause = fc
  .array(character, { minLength: 8, maxLength: 20 })
  .map((characters) => characters.join(''));
/** Two sentences: long enough to be wrapped, each with a comma. */
const paragraph = fc
  .array(clause, { minLength: 4, maxLength: 6 })
  .map((clauses) => `${clauses.join('，')}。`);
const paragraphs = fc.array(paragraph, { minLength: 3, maxLength: 8 });

function textsOf(text: string): readonly string[] {
  return buildText(text, 'a.txt').documents.flatMap(({ segments, text: whole }) =>
    segments.map(({ start, end }) => whole.text.slice(start, end)),
  );
}

describe('the builder', () => {
  it('explains every character of any text, or says in a word why it is left out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = buildSource(new TextEncoder().encode(text), about, []);

        if (!result.ok) expect(result.error.reason).toMatch(/^(?:empty|binary)$/);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives segments that are filled, on one line unless they are tables, and cover the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = buildSource(new TextEncoder().encode(text), about, []);
        fc.pre(result.ok);
        for (const { segments, text: whole } of result.source.documents) {
          const texts = segments.map(({ start, end }) => whole.text.slice(start, end));

          expect(texts.join('\n')).toBe(whole.text);
          expect(texts).not.toContain('');
          for (const [index, one] of texts.entries()) {
            if (segments[index]?.kind !== 'table') expect(one).not.toMatch(/\n|^\s|\s$/u);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('reads any bytes without a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = buildSource(bytes, about, []);

        if (!result.ok) expect(result.error.reason).not.toBe('unexplained_text');
      }),
      { numRuns: 500 },
    );
  });

  it('makes paragraphs whole that a page cut anywhere but behind a full stop', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (whole, which, where) => {
        const index = which % whole.length;
        const cut = whole[index] ?? '';
        const at = 22 + (where % (cut.length - 23));
        const broken = `${cut.slice(0, at)}\n\n${String(where % 300)}\n\n${cut.slice(at)}`;
        const source = whole.map((one, place) => (place === index ? broken : one)).join('\n');

        expect(textsOf(source)).toEqual(whole);
      }),
    );
  });

  it('makes paragraphs whole that were wrapped at a fixed width', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 8, maxLength: 12 }),
        fc.integer({ min: 20, max: 30 }),
        (whole, width) => {
          const lines = whole.flatMap((one) => wrap(one, width));
          // Only a last line that happens to fill its column can deceive.
          fc.pre(whole.every((one) => (wrap(one, width).at(-1)?.length ?? 0) < width - 6));

          expect(textsOf(lines.join('\n'))).toEqual(whole);
        },
      ),
    );
  });

  it('gives the same segments again when it reads its own text', () => {
    fc.assert(
      fc.property(paragraphs, (whole) => {
        const source = `第一章 总则\n${whole.join('\n')}\n第二章 附则\n${whole.join('\n')}`;
        const once = buildText(source);
        const again = buildText(once.documents.map(({ text }) => text.text).join('\n'));

        expect(describeSegments(again)).toEqual(describeSegments(once));
      }),
    );
  });

  it('gives the same documents for the same bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = new TextEncoder().encode(text);

        expect(buildSource(bytes, about, [])).toEqual(buildSource(bytes, about, []));
      }),
      { numRuns: 200 },
    );
  });
});

/** The first line is indented by two, and the indent is lost. */
function wrap(text: string, width: number): readonly string[] {
  const lines = [text.slice(0, width - 2)];
  for (let at = width - 2; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}
