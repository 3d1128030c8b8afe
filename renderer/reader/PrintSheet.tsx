import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import { useCall } from '../app/useYandu.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';
import { layOutChunks } from './block.ts';
import { DocumentText } from './DocumentText.tsx';
import styles from './PrintSheet.module.css';
import type { AnnotationMarkType } from './SegmentText.tsx';
import { spansBySegment } from './spansBySegment.ts';
import { useFootnoteLayer } from './useFootnoteLayer.tsx';
import { FootnotesContext } from './useFootnotes.ts';

type PrintSheetProps = {
  readonly content: DocumentContent;
  /** What of it is printed: whole segments. */
  readonly part: TextRange;
  readonly annotations: readonly AnnotationSpan[];
  readonly AnnotationMark: AnnotationMarkType;
  /** Under the text. */
  readonly notes: ReactNode;
  readonly onDone: () => void;
};

/** The section one reads, with its marks and notes, on paper only: unseen on screen, alone in print. */
export function PrintSheet(props: PrintSheetProps) {
  const { content, part, annotations, AnnotationMark, notes, onDone } = props;
  const call = useCall();
  const [footnotes] = useFootnoteLayer(content, 'main');
  const chunks = layOutChunks(
    content.segments.filter(({ start }) => part.start <= start && start < part.end),
  );

  // The system's dialog takes a picture of the page as it is once it is asked.
  useEffect(() => {
    void call('printPage', { documentId: content.document.id }).then(onDone);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the sheet is there
  }, []);

  return createPortal(
    <div className={styles['sheet']} lang="zh-CN">
      <p className={styles['head']}>{content.document.title}</p>
      <FootnotesContext value={footnotes}>
        <DocumentText
          text={content.text}
          chunks={chunks}
          there={new Set(chunks)}
          spans={spansBySegment(content.segments, annotations, [], new Map())}
          AnnotationMark={AnnotationMark}
          department={null}
        />
      </FootnotesContext>
      {notes}
    </div>,
    document.body,
  );
}
