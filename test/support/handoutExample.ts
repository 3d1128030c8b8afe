// A handout as a facilitator makes it, on two documents with real sentences.

import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import type { Anchor } from '../../shared/domain/annotation.ts';
import { documentContentSchema, type DocumentContent } from '../../shared/domain/document.ts';
import { handoutSchema, type Handout } from '../../shared/domain/handout.ts';
import type { ComposeSource } from '../../shared/handout/composeSource.ts';
import { makeDocument } from './makeDocument.ts';
import { tableCells } from './tableCells.ts';

export const planSentence = '勇当中新两国合作的“探路者”和“传播者”。';

export const indicatorTable =
  '指标\t2020年\t2025年\n高新技术企业（家）\t1837\t5000\n上市公司（家）\t36\t80';

/** A plan with parts, chapters and a table, and an opinion that is still a draft. */
export const exampleDocuments: readonly DocumentContent[] = [
  makeDocument({
    id: 'plan',
    title: '苏州工业园区国民经济和社会发展第十四个五年规划',
    segments: [
      { kind: 'heading', level: 1, text: '第二篇 开放创新' },
      { kind: 'heading', level: 2, text: '第四章 深化中新合作' },
      { kind: 'heading', level: 3, text: '第一节 拓展合作领域' },
      {
        kind: 'paragraph',
        text: `坚持互利共赢，${planSentence}推进新加坡国立大学苏州研究院发展。`,
      },
      { kind: 'paragraph', text: '到2025年，高新技术企业突破5000家。' },
      { kind: 'table_title', text: '主要指标', detail: { group: 1 } },
      {
        kind: 'table',
        text: indicatorTable,
        detail: { group: 1, columns: 3, headerRows: 1, cells: tableCells(indicatorTable) },
      },
    ],
  }),
  withStatus(
    makeDocument({
      id: 'opinion',
      ord: 1,
      title: '关于推进数字经济的指导意见',
      segments: [
        { kind: 'heading', level: 1, text: '一、总体要求' },
        {
          kind: 'task',
          text: '建设开放平台（市工信局牵头，市科技局、市发改委等参与）。',
          detail: {
            leadDepartments: [{ start: 7, end: 11 }],
            participatingDepartments: [
              { start: 14, end: 18 },
              { start: 19, end: 23 },
            ],
            participantsOpenEnded: true,
          },
        },
      ],
    }),
    '征求意见稿',
  ),
];

function withStatus(content: DocumentContent, status: string): DocumentContent {
  return documentContentSchema.parse({ ...content, document: { ...content.document, status } });
}

/** Anchors the first occurrence of `quote` in a document. */
export function anchorOf(content: DocumentContent | undefined, quote: string): Anchor {
  const start = content?.text.indexOf(quote) ?? -1;
  const anchor =
    content && start >= 0
      ? makeAnchor(
          {
            document: { id: content.document.id, text: content.text, segments: content.segments },
            packVersion: 1,
          },
          { start, end: start + quote.length },
        )
      : null;
  if (anchor === null) throw new Error(`no such quote: ${quote.slice(0, 40)}`);
  return anchor;
}

/** A UUID that is the same in every run. */
function exampleId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const privateWords = [
  '私房话：先点张三发言',
  '标准答案甲乙丙',
  '只给主持人看的提示',
] as const;
const privateAnnotationId = exampleId(900);
const openAnnotationId = exampleId(901);

export function exampleSource(
  documents: readonly DocumentContent[] = exampleDocuments,
): ComposeSource {
  return {
    findDocument: (id) => documents.find((one) => one.document.id === id) ?? null,
    findNote: (id) => {
      if (id === privateAnnotationId) return { text: privateWords[2], isPrivate: true };
      return id === openAnnotationId
        ? {
            text: '累计孵化企业 **81 家**，可作例证：\n- **“孵化”**的口径\n- 统计的年份',
            isPrivate: false,
          }
        : null;
    },
  };
}

/** Items without ids get theirs in order. */
export function makeHandout(
  items: readonly Record<string, unknown>[],
  head: Record<string, unknown> = {},
): Handout {
  return handoutSchema.parse({
    id: exampleId(1),
    template: 'discussion_outline',
    title: '中新合作与开放创新专题学习讨论提纲',
    meeting: '党委理论学习中心组',
    date: '2026年12月3日',
    place: '第二会议室',
    host: '理论学习组',
    statusLine: '',
    preset: 'official',
    citationStyle: 'inline',
    citationFormat: 'full',
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    deletedAt: null,
    ...head,
    items: items.map((item, index) => ({ id: exampleId(100 + index), ...item })),
  });
}

/** Every kind of item once, with something private in each that can hold it. */
export function exampleHandout(head: Record<string, unknown> = {}): Handout {
  const [plan, opinion] = exampleDocuments;
  return makeHandout(
    [
      { kind: 'heading', level: 1, text: '学习重点', minutes: 20 },
      {
        kind: 'excerpt',
        anchor: anchorOf(plan, planSentence),
        annotationId: openAnnotationId,
        editedQuote: null,
        withNote: true,
      },
      { kind: 'heading', level: 2, text: '平台建设', minutes: null },
      {
        kind: 'excerpt',
        anchor: anchorOf(opinion, '建设开放平台'),
        annotationId: privateAnnotationId,
        editedQuote: null,
        withNote: true,
      },
      { kind: 'heading', level: 1, text: '指标对照', minutes: 15 },
      {
        kind: 'comparison',
        title: '高新技术企业数',
        rows: [
          { label: '规划目标', anchor: anchorOf(plan, '高新技术企业突破5000家') },
          { label: '指标表', anchor: anchorOf(plan, '高新技术企业（家）\t1837\t5000') },
        ],
      },
      {
        kind: 'excerpt',
        anchor: anchorOf(plan, indicatorTable),
        annotationId: null,
        editedQuote: null,
        withNote: false,
      },
      { kind: 'tasks', title: '任务清单', anchors: [anchorOf(opinion, '建设开放平台')] },
      { kind: 'heading', level: 1, text: '讨论题', minutes: 25 },
      { kind: 'question', text: '两份文件的表述为何不同？', answer: privateWords[1] },
      { kind: 'lines', count: 3 },
      { kind: 'question', text: '下一步怎么做？', answer: '' },
      { kind: 'note', text: privateWords[0], isPrivate: true },
      { kind: 'note', text: '请自带纪要本。', isPrivate: false },
      { kind: 'page_break' },
      { kind: 'note', text: '附：参考阅读。', isPrivate: false },
    ],
    head,
  );
}
