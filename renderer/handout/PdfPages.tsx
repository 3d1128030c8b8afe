import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { openPdf, startPdfWorker } from './pdfWorker.ts';
import styles from './PreviewPane.module.css';

/** Every page of a PDF, one below the other, as wide as there is room. */
export function PdfPages({ pdf }: { readonly pdf: Uint8Array }) {
  const { handout: words } = useStrings();
  const document = usePdf(pdf);
  const total = document?.numPages ?? 0;
  return (
    <div className={styles['pages']} role="group" aria-label={words.preview} tabIndex={0}>
      {document &&
        Array.from({ length: total }, (_, index) => (
          <figure key={index} className={styles['page']}>
            <PdfPage
              document={document}
              number={index + 1}
              label={words.previewPage(index + 1, total)}
            />
            <figcaption>{words.previewPage(index + 1, total)}</figcaption>
          </figure>
        ))}
    </div>
  );
}

/** The opened PDF; the one before stays until the next is ready, so that the pages do not flash. */
function usePdf(pdf: Uint8Array): PDFDocumentProxy | null {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [worker] = useState(startPdfWorker);
  // The worker is a resource outside React and ends with the pane.
  useEffect(
    () => () => {
      worker.destroy();
    },
    [worker],
  );
  // Opening is asynchronous work in the worker; an older answer must not replace a newer one.
  useEffect(() => {
    let isCurrent = true;
    void openPdf(pdf, worker).then((opened) => {
      if (isCurrent) setDocument(opened);
    });
    return () => {
      isCurrent = false;
    };
  }, [pdf, worker]);
  return document;
}

type PdfPageProps = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
};

/** Pixels of the canvas for each point of the page: sharp on any screen at the pane's width. */
const DENSITY = 2;

function PdfPage({ document, number, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsNear(canvas);
  // Drawing on a canvas is a call, not markup; a page that is replaced stops being drawn.
  useEffect(() => {
    if (!isNear) return;
    let isCurrent = true;
    void draw({ document, number, canvas: canvas.current, isCurrent: () => isCurrent });
    return () => {
      isCurrent = false;
    };
  }, [document, number, isNear]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** True while an element is in sight or a screen away: three hundred drawn pages would fill the memory. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  // What is in sight is the window's to know.
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setIsNear(entries.some((entry) => entry.isIntersecting));
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isNear;
}

type Drawing = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly canvas: HTMLCanvasElement | null;
  /** False once another page has taken its place. */
  readonly isCurrent: () => boolean;
};

/** Draws beside and copies over at the end, so that the old page stands until the new one is whole. */
async function draw({ document, number, canvas, isCurrent }: Drawing): Promise<void> {
  const page = await document.getPage(number);
  if (!isCurrent() || !canvas) return;
  const viewport = page.getViewport({ scale: DENSITY });
  const hidden = globalThis.document.createElement('canvas');
  hidden.width = Math.ceil(viewport.width);
  hidden.height = Math.ceil(viewport.height);
  await page.render({ canvas: hidden, viewport }).promise;
  if (!isCurrent()) return;
  canvas.width = hidden.width;
  canvas.height = hidden.height;
  canvas.getContext('2d')?.drawImage(hidden, 0, 0);
}
