import type { Section } from '../../shared/domain/document.ts';

export type OutlineNode = { readonly section: Section; readonly children: readonly OutlineNode[] };

type Growing = { readonly section: Section; readonly children: Growing[] };

/**
 * The sections of a document as a tree, in text order. A heading that only repeats the document's name
 * is left out: the name stands above the outline already.
 */
export function outlineTree(
  sections: readonly Section[],
  documentTitle: string,
): readonly OutlineNode[] {
  const byKey = new Map<Section['key'], Growing>();
  const roots: Growing[] = [];
  for (const section of sections) {
    if (section.title === documentTitle) continue;
    const node: Growing = { section, children: [] };
    byKey.set(section.key, node);
    const parent = section.parentKey === null ? undefined : byKey.get(section.parentKey);
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}
