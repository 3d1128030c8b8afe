import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { openPdf, startPdfWorker } from './pdfWorker.ts';
import styles from './PreviewPane.module.css';

type PdfPagesProps = {
  readonly pdf: Uint8Array;
  /** True while newer pages are on their way. */
  readonly isBehind: boolean;
};

/** Every page of a PDF, one below the other, as wide as there is room. Busy until what is in sight is drawn. */
export function PdfPages({ pdf, isBehind }: PdfPagesProps) {
  const { handout: words } = useStrings();
  const opened = usePdf(pdf);
  const total = opened?.document.numPages ?? 0;
  const isBusy = isBehind || opened?.pdf !== pdf;
  return (
    <div
      className={styles['pages']}
      role="group"
      aria-label={words.preview}
      aria-busy={isBusy}
      tabIndex={0}
    >
      {opened &&
        Array.from({ length: total }, (_, index) => (
          <PdfPage
            key={index}
            document={opened.document}
            number={index + 1}
            label={words.previewPage(index + 1, total)}
          />
        ))}
    </div>
  );
}

type Opened = { readonly pdf: Uint8Array; readonly document: PDFDocumentProxy };

/** The opened PDF; the one before stays until the next is ready, so that the pages do not flash. */
function usePdf(pdf: Uint8Array): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
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
    void openPdf(pdf, worker).then((document) => {
      if (isCurrent) setOpened({ pdf, document });
      else void document.loadingTask.destroy();
    });
    return () => {
      isCurrent = false;
    };
  }, [pdf, worker]);
  // The worker keeps a document until it is told that nobody looks at it any more.
  useEffect(
    () => () => {
      void opened?.document.loadingTask.destroy();
    },
    [opened],
  );
  return opened;
}

type PdfPageProps = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
};

function PdfPage({ document, number, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsNear(canvas);
  const width = usePixelWidth(canvas);
  const [drawn, setDrawn] = useState<PDFDocumentProxy | null>(null);
  // Drawing on a canvas is a call, not markup; a page that is replaced stops being drawn.
  useEffect(() => {
    if (!isNear || width === 0) return;
    let isCurrent = true;
    const drawing = { document, number, width, canvas: canvas.current, isCurrent: () => isCurrent };
    draw(drawing).then(
      () => {
        if (isCurrent) setDrawn(document);
      },
      (error: unknown) => {
        // A document that was closed meanwhile refuses to draw.
        if (isCurrent) throw error;
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [document, number, isNear, width]);
  return (
    <figure className={styles['page']} aria-busy={isNear && drawn !== document}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
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

/** How wide an element is in the screen's own pixels; 0 until it is laid out. */
function usePixelWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  // A page drawn at another size than it is shown at is scaled by the compositor, and small print breaks up.
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(entry?.devicePixelContentBoxSize[0]?.inlineSize ?? 0);
    });
    observer.observe(element.current, { box: 'device-pixel-content-box' });
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}

type Drawing = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** Of the canvas, in the screen's own pixels. */
  readonly width: number;
  readonly canvas: HTMLCanvasElement | null;
  /** False once another page has taken its place. */
  readonly isCurrent: () => boolean;
};

/** Draws beside and copies over at the end, so that the old page stands until the new one is whole. */
async function draw({ document, number, width, canvas, isCurrent }: Drawing): Promise<void> {
  const page = await document.getPage(number);
  if (!isCurrent() || !canvas) return;
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const hidden = globalThis.document.createElement('canvas');
  hidden.width = width;
  hidden.height = Math.round(viewport.height);
  await page.render({ canvas: hidden, viewport }).promise;
  if (!isCurrent()) return;
  canvas.width = hidden.width;
  canvas.height = hidden.height;
  canvas.getContext('2d')?.drawImage(hidden, 0, 0);
}
