// The reading room: where library, outline, texts, notes and search meet.

import { useState } from 'react';
import { AnnotationMark } from '../notes/AnnotationMark.tsx';
import { NotesMargin } from '../notes/margin/NotesMargin.tsx';
import { NoteWriterProvider } from '../notes/writing/NoteWriterProvider.tsx';
import { SelectionBar } from '../notes/marking/SelectionBar.tsx';
import { useAnnotationSpans } from '../notes/marking/useAnnotationSpans.ts';
import { GoToDialog } from '../reader/GoToDialog.tsx';
import { ReaderPane } from '../reader/ReaderPane.tsx';
import { SourceDialog } from '../reader/SourceDialog.tsx';
import { FindBar } from '../search/FindBar.tsx';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { segmentAt } from '../../shared/text/segmentAt.ts';
import { LeftPanel } from './LeftPanel.tsx';
import { PrintedSection } from './PrintedSection.tsx';
import styles from './ReadingRoom.module.css';
import { useSettings } from './useSettings.ts';
import { useStrings } from './useStrings.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import { useAnswer } from './useYandu.ts';
import { activePane, type DialogName, type Side } from './workspace.ts';

type ReadingRoomProps = {
  /** False while another room or the search results lie over it: its keys rest then. */
  readonly isShown: boolean;
};

export function ReadingRoom({ isShown }: ReadingRoomProps) {
  const { reading } = useStrings();
  const main = useWorkspaceValue((workspace) => workspace.main.documentId);
  const beside = useWorkspaceValue((workspace) => workspace.beside?.documentId ?? null);
  const { leftFolded } = useSettings();
  return (
    <NoteWriterProvider>
      <div className={styles['room']}>
        {!leftFolded && <LeftPanel />}
        <main className={styles['texts']}>
          {main === null ? (
            <p className={styles['empty']}>{reading.noDocument}</p>
          ) : (
            <Text key={`main ${main}`} side="main" documentId={main} isShown={isShown} />
          )}
          {beside !== null && (
            <Text key={`beside ${beside}`} side="beside" documentId={beside} isShown={isShown} />
          )}
        </main>
        <ReadingSheet />
      </div>
    </NoteWriterProvider>
  );
}

type TextProps = ReadingRoomProps & {
  readonly side: Side;
  readonly documentId: DocumentId;
};

function Text({ side, documentId, isShown }: TextProps) {
  const annotations = useAnnotationSpans(documentId);
  const { errors } = useStrings();
  const { data: content, error } = useAnswer('getDocument', { documentId });
  if (error) {
    return <p className={styles['empty']}>{errors[error.failure.code](error.failure.detail)}</p>;
  }
  if (!content) return <div className={styles['waiting']} aria-busy />;
  return (
    <ReaderPane
      side={side}
      content={content}
      isShown={isShown}
      annotations={annotations}
      AnnotationMark={AnnotationMark}
      top={<FindBar />}
      Margin={NotesMargin}
      overlay={<SelectionBar />}
    />
  );
}

/** The sheets of the room are about the text one is in. */
function ReadingSheet() {
  const documentId = useWorkspaceValue((workspace) => activePane(workspace).documentId);
  const dialog = useWorkspaceValue((workspace) => workspace.dialog);
  if (documentId === null || dialog === null) return null;
  return <SheetOf documentId={documentId} dialog={dialog} />;
}

type SheetProps = { readonly documentId: DocumentId; readonly dialog: DialogName };

function SheetOf({ documentId, dialog }: SheetProps) {
  const dispatch = useDispatch();
  const offset = useWorkspaceValue((workspace) => activePane(workspace).offset);
  const { data: content } = useAnswer('getDocument', { documentId });
  const close = (): void => {
    dispatch({ kind: 'closeDialog' });
  };
  if (!content) return null;
  if (dialog === 'goTo') return <GoToDialog content={content} onClose={close} />;
  if (dialog === 'source') {
    return <SourceSheet content={content} offset={offset} onClose={close} />;
  }
  if (dialog === 'print') {
    return <PrintedSection content={content} offset={offset} onDone={close} />;
  }
  return null;
}

type SourceSheetProps = {
  readonly content: DocumentContent;
  readonly offset: number;
  readonly onClose: () => void;
};

/** About the paragraph one stood on when the sheet was asked for: it takes the focus away from it. */
function SourceSheet({ content, offset, onClose }: SourceSheetProps) {
  const [place] = useState(() => paragraphAt(content, offset));
  return <SourceDialog place={place} onClose={onClose} />;
}

/** The segment with focus, else the one at the reading place. */
function paragraphAt({ document: { id }, segments }: DocumentContent, offset: number) {
  const focused =
    document.activeElement?.closest<HTMLElement>('[data-segment]')?.dataset['segment'];
  const segment =
    segments.find((one) => one.id === focused) ?? segments[segmentAt(segments, offset)];
  return { documentId: id, start: segment?.start ?? 0, end: segment?.end ?? 0 };
}
