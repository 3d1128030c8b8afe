import { ArrowLeft, ArrowRight, Columns2, FileText, PanelRight, Printer, X } from 'lucide-react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Place } from '../../shared/domain/place.ts';
import { useAllowedFormats } from '../app/useAllowedFormats.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceStore, useWorkspaceValue } from '../app/useWorkspace.ts';
import { useAnswer } from '../app/useYandu.ts';
import { paneOf, type Side } from '../app/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './PaneHeader.module.css';
import type { Margin } from './useMargin.ts';
import { useReadingSections } from './useReadingSections.ts';

type PaneHeaderProps = {
  readonly side: Side;
  readonly content: DocumentContent;
  readonly margin: Margin;
};

/** Where one is, and the few tools of a text: back, forward, source, print, side by side. */
export function PaneHeader({ side, content, margin }: PaneHeaderProps) {
  const { reading, policy } = useStrings();
  const { forbidden } = useAllowedFormats({ kind: 'document', id: content.document.id }, ['print']);
  const canPrint = forbidden.length === 0;
  const { dispatch, read } = useWorkspaceStore();
  const isParallel = useWorkspaceValue(({ beside }) => beside !== null);
  const canGoBack = useWorkspaceValue((workspace) => hasSteps(paneOf(workspace, side)?.back));
  const canGoOn = useWorkspaceValue((workspace) => hasSteps(paneOf(workspace, side)?.forward));
  return (
    <header className={styles['header']}>
      <IconButton
        icon={ArrowLeft}
        label={reading.back}
        disabled={!canGoBack}
        onClick={() => {
          dispatch({ kind: 'back', side });
        }}
      />
      <IconButton
        icon={ArrowRight}
        label={reading.forward}
        disabled={!canGoOn}
        onClick={() => {
          dispatch({ kind: 'forward', side });
        }}
      />
      {isParallel && <DocumentChoice side={side} content={content} />}
      <Breadcrumbs side={side} content={content} />
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
              offset: paneOf(read(), side)?.offset ?? 0,
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

function hasSteps(places: readonly Place[] | undefined): boolean {
  return places !== undefined && places.length > 0;
}

/** Beside each other both texts say which one they are, and can be changed. */
function DocumentChoice({ side, content }: Pick<PaneHeaderProps, 'side' | 'content'>) {
  const { reading } = useStrings();
  const dispatch = useDispatch();
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

function Breadcrumbs({ side, content: { document, sections } }: Omit<PaneHeaderProps, 'margin'>) {
  const { reading } = useStrings();
  const dispatch = useDispatch();
  const isAlone = useWorkspaceValue(({ beside }) => beside === null);
  const path = useReadingSections(sections, (workspace) => paneOf(workspace, side)).filter(
    ({ title }) => title !== document.title,
  );
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
        {isAlone && (
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
