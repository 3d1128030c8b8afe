import type { Section } from '../domain/document.ts';

/** The sections an offset lies in, from the outermost to the innermost. Empty before the first heading. */
export function sectionPath(sections: readonly Section[], offset: number): readonly Section[] {
  return sections.filter(({ start, end }) => start <= offset && offset < end);
}
