import { Library } from '../reader/Library.tsx';
import { Outline } from '../reader/Outline.tsx';
import { assertNever } from '../../shared/domain/result.ts';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './LeftPanel.module.css';
import { useStrings } from './useStrings.ts';
import { useWorkspace } from './useWorkspace.ts';
import type { LeftTab } from './workspace.ts';

/** 文库, 目录, 批注. */
export function LeftPanel() {
  const { reading } = useStrings();
  const { workspace, dispatch } = useWorkspace();
  return (
    <nav className={styles['panel']} aria-label={reading.leftPanel}>
      <Tabs
        label={reading.leftPanel}
        tabs={[
          { name: 'library', label: reading.library },
          { name: 'outline', label: reading.outline },
          { name: 'annotations', label: reading.annotations },
        ]}
        current={workspace.leftTab}
        onChange={(tab) => {
          dispatch({ kind: 'showTab', tab });
        }}
      >
        <TabPanel tab={workspace.leftTab} />
      </Tabs>
    </nav>
  );
}

function TabPanel({ tab }: { readonly tab: LeftTab }) {
  switch (tab) {
    case 'library':
      return <Library />;
    case 'outline':
      return <Outline counts={new Map()} />;
    case 'annotations':
      return null;
    default:
      return assertNever(tab);
  }
}
