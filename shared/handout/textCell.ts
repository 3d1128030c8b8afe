import type { ModelCell } from './handoutModel.ts';

/** A cell with words of the program, the facilitator or a source's header. */
export function textCell(text: string): Extract<ModelCell, { kind: 'text' | 'part' }> {
  return { kind: 'text', text, rowSpan: 1, columnSpan: 1 };
}
