import type { Section } from '../../shared/domain/document.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
import { useWorkspaceValue } from '../app/useWorkspace.ts';
import type { Pane, Workspace } from '../app/workspace.ts';

/**
 * The sections the reader stands in, from the outermost to the innermost. Who asks is drawn again when
 * the reader comes into another section, not at every line.
 */
export function useReadingSections(
  sections: readonly Section[],
  paneIn: (workspace: Workspace) => Pane | null,
): readonly Section[] {
  const innermost = useWorkspaceValue((workspace) => {
    const pane = paneIn(workspace);
    return pane === null ? undefined : sectionPath(sections, pane.offset).at(-1);
  });
  return innermost === undefined ? [] : sectionPath(sections, innermost.start);
}
