import type { AnnotationState, AnnotationStates } from './exchangedAnnotation.ts';

/**
 * Merges what two files (or a file and a briefing) know. The later change of an annotation wins, a
 * deletion over a change at the same instant, and between two changes at the same instant the one that
 * sorts later. So the result is the same in whatever order and however often files are merged.
 */
export function mergeStates(one: AnnotationStates, other: AnnotationStates): AnnotationStates {
  const merged = new Map(one);
  for (const [id, state] of other) {
    const known = merged.get(id);
    merged.set(id, known === undefined ? state : laterOf(known, state));
  }
  return merged;
}

/** The one of two states of the same annotation that holds. */
export function laterOf(one: AnnotationState, other: AnnotationState): AnnotationState {
  const order =
    compare(timeOf(one), timeOf(other)) ||
    compare(one.kind === 'deleted' ? 1 : 0, other.kind === 'deleted' ? 1 : 0) ||
    compare(JSON.stringify(one), JSON.stringify(other));
  return order >= 0 ? one : other;
}

function timeOf(state: AnnotationState): string {
  return state.kind === 'live' ? state.annotation.updatedAt : state.deletedAt;
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
