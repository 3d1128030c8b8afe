import type { Section } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { useAnnotationCounts } from '../notes/useAnnotationCounts.ts';
import { AnnotationsPanel } from '../notes/AnnotationsPanel.tsx';
import { Library } from '../reader/Library.tsx';
import { Outline } from '../reader/Outline.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './LeftPanel.module.css';
import { useStrings } from './useStrings.ts';
import { useWorkspace } from './useWorkspace.ts';
import { useAnswer } from './useYandu.ts';
import { activePane } from './workspace.ts';

const noSections: readonly Section[] = [];

/** 文库, 目录, 批注. */
export function LeftPanel() {
  const { reading } = useStrings();
  const { workspace, dispatch } = useWorkspace();
  const { total } = useAnnotationCounts(null, noSections);
  const { documentId } = activePane(workspace);
  return (
    <nav className={styles['panel']} aria-label={reading.leftPanel}>
      <Tabs
        label={reading.leftPanel}
        tabs={[
          { name: 'library', label: reading.library },
          { name: 'outline', label: reading.outline },
          {
            name: 'annotations',
            label: total === 0 ? reading.annotations : `${reading.annotations} ${total}`,
          },
        ]}
        current={workspace.leftTab}
        onChange={(tab) => {
          dispatch({ kind: 'showTab', tab });
        }}
      >
        <TabPanel documentId={documentId} />
      </Tabs>
    </nav>
  );
}

function TabPanel({ documentId }: { readonly documentId: DocumentId | null }) {
  const { workspace } = useWorkspace();
  switch (workspace.leftTab) {
    case 'library':
      return <Library />;
    case 'outline':
      return documentId && <CountedOutline key={documentId} documentId={documentId} />;
    case 'annotations':
      return <AnnotationsPanel />;
    default:
      return assertNever(workspace.leftTab);
  }
}

function CountedOutline({ documentId }: { readonly documentId: DocumentId }) {
  const { data: content } = useAnswer('getDocument', { documentId });
  const { bySection } = useAnnotationCounts(documentId, content?.sections ?? noSections);
  return content && <Outline content={content} counts={bySection} />;
}
