import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
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
  /** A place in the section that is printed; before the first heading the whole document is. */
  readonly offset: number;
  readonly annotations: readonly AnnotationSpan[];
  readonly AnnotationMark: AnnotationMarkType;
  readonly onDone: () => void;
};

/** The section one reads, with its marks, on paper only: unseen on screen, alone in print. */
export function PrintSheet(props: PrintSheetProps) {
  const { content, offset, annotations, AnnotationMark, onDone } = props;
  const call = useCall();
  const [footnotes] = useFootnoteLayer(content, 'main');
  const section = sectionPath(content.sections, offset).at(-1);
  const { start, end } = section ?? { start: 0, end: content.text.length };
  const chunks = layOutChunks(
    content.segments.filter((one) => start <= one.start && one.start < end),
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
    </div>,
    document.body,
  );
}
