import { ArrowLeft, ArrowRight, Columns2, FileText, PanelRight, Printer, X } from 'lucide-react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
import { useAllowedFormats } from '../app/useAllowedFormats.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useAnswer } from '../app/useYandu.ts';
import type { Pane, Side } from '../app/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './PaneHeader.module.css';
import type { Margin } from './useMargin.ts';

type PaneHeaderProps = {
  readonly side: Side;
  readonly pane: Pane;
  readonly content: DocumentContent;
  readonly margin: Margin;
};

/** Where one is, and the few tools of a text: back, forward, source, print, side by side. */
export function PaneHeader({ side, pane, content, margin }: PaneHeaderProps) {
  const { reading, policy } = useStrings();
  const { forbidden } = useAllowedFormats({ kind: 'document', id: content.document.id }, ['print']);
  const canPrint = forbidden.length === 0;
  const { workspace, dispatch } = useWorkspace();
  const isParallel = workspace.beside !== null;
  return (
    <header className={styles['header']}>
      <IconButton
        icon={ArrowLeft}
        label={reading.back}
        disabled={pane.back.length === 0}
        onClick={() => {
          dispatch({ kind: 'back', side });
        }}
      />
      <IconButton
        icon={ArrowRight}
        label={reading.forward}
        disabled={pane.forward.length === 0}
        onClick={() => {
          dispatch({ kind: 'forward', side });
        }}
      />
      {isParallel && <DocumentChoice side={side} content={content} />}
      <Breadcrumbs side={side} pane={pane} content={content} />
      <IconButton
        icon={FileText}
        label={reading.source}
        onClick={() => {
          dispatch({ kind: 'activate', side });
          dispatch({ kind: 'showDialog', dialog: 'source' });
        }}
      />
      <IconButton
        icon={Printer}
        label={canPrint ? reading.printSection : policy.printManaged}
        disabled={!canPrint}
        onClick={() => {
          dispatch({ kind: 'activate', side });
          dispatch({ kind: 'showDialog', dialog: 'print' });
        }}
      />
      {isParallel ? (
        side === 'beside' && (
          <IconButton
            icon={X}
            label={reading.closeBeside}
            onClick={() => {
              dispatch({ kind: 'closeBeside' });
            }}
          />
        )
      ) : (
        <IconButton
          icon={Columns2}
          label={reading.beside}
          onClick={() => {
            dispatch({
              kind: 'openDocument',
              documentId: content.document.id,
              offset: pane.offset,
              side: 'beside',
            });
          }}
        />
      )}
      <IconButton
        icon={PanelRight}
        label={reading.margin}
        aria-pressed={margin.form !== 'folded'}
        onClick={margin.toggle}
      />
    </header>
  );
}

/** Beside each other both texts say which one they are, and can be changed. */
function DocumentChoice({ side, content }: Pick<PaneHeaderProps, 'side' | 'content'>) {
  const { reading } = useStrings();
  const { dispatch } = useWorkspace();
  const { data: documents = [] } = useAnswer('listDocuments', {});
  return (
    <Select
      label={reading.chooseBeside}
      value={content.document.id}
      options={documents.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
      onChange={(documentId) => {
        dispatch({ kind: 'openDocument', documentId, side });
      }}
    />
  );
}

function Breadcrumbs({
  side,
  pane,
  content: { document, sections },
}: Omit<PaneHeaderProps, 'margin'>) {
  const { reading } = useStrings();
  const { workspace, dispatch } = useWorkspace();
  const path = sectionPath(sections, pane.offset).filter(({ title }) => title !== document.title);
  const go = (start: number): void => {
    dispatch({
      kind: 'go',
      side,
      place: { documentId: document.id, start, end: start },
      flash: false,
    });
  };
  return (
    <nav
      aria-label={reading.ofSide(
        reading.breadcrumbs,
        side === 'main' ? reading.sideMain : reading.sideBeside,
      )}
      className={styles['crumbs']}
    >
      <ol>
        {workspace.beside === null && (
          <li>
            <button
              type="button"
              title={reading.documentTop}
              onClick={() => {
                go(0);
              }}
            >
              {document.shortTitle}
            </button>
          </li>
        )}
        {path.map((section) => (
          <li key={section.key}>
            <button
              type="button"
              onClick={() => {
                go(section.start);
              }}
            >
              {section.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
