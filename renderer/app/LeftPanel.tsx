import type { Section } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { useAnnotationCounts } from '../notes/useAnnotationCounts.ts';
import { AnnotationsPanel } from '../notes/list/AnnotationsPanel.tsx';
import { Library } from '../reader/Library.tsx';
import { Outline } from '../reader/Outline.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './LeftPanel.module.css';
import { useStrings } from './useStrings.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import { useAnswer } from './useYandu.ts';
import { activePane, type LeftTab } from './workspace.ts';

const noSections: readonly Section[] = [];

/** 文库, 目录, 批注. */
export function LeftPanel() {
  const { reading } = useStrings();
  const dispatch = useDispatch();
  const tab = useWorkspaceValue((workspace) => workspace.leftTab);
  const { total } = useAnnotationCounts(null, noSections);
  const documentId = useWorkspaceValue((workspace) => activePane(workspace).documentId);
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
        current={tab}
        onChange={(next) => {
          dispatch({ kind: 'showTab', tab: next });
        }}
      >
        <TabPanel tab={tab} documentId={documentId} />
      </Tabs>
    </nav>
  );
}

type TabPanelProps = { readonly tab: LeftTab; readonly documentId: DocumentId | null };

function TabPanel({ tab, documentId }: TabPanelProps) {
  switch (tab) {
    case 'library':
      return <Library />;
    case 'outline':
      return documentId && <CountedOutline key={documentId} documentId={documentId} />;
    case 'annotations':
      return <AnnotationsPanel />;
    default:
      return assertNever(tab);
  }
}

function CountedOutline({ documentId }: { readonly documentId: DocumentId }) {
  const { data: content } = useAnswer('getDocument', { documentId });
  const { bySection } = useAnnotationCounts(documentId, content?.sections ?? noSections);
  return content && <Outline content={content} counts={bySection} />;
}
