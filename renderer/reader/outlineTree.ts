import type { Section } from '../../shared/domain/document.ts';

export type OutlineNode = { readonly section: Section; readonly children: readonly OutlineNode[] };

type Growing = { readonly section: Section; readonly children: Growing[] };

/** The sections of a document as a tree, in text order. */
export function outlineTree(sections: readonly Section[]): readonly OutlineNode[] {
  const byKey = new Map<Section['key'], Growing>();
  const roots: Growing[] = [];
  for (const section of sections) {
    const node: Growing = { section, children: [] };
    byKey.set(section.key, node);
    const parent = section.parentKey === null ? undefined : byKey.get(section.parentKey);
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}
