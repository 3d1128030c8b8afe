// Handouts on pages, by the engine's own printing: as a PDF for files and the preview, or on paper. Both come
// from the same page of a hidden window, so that what is seen, saved and printed cannot disagree.

import { app, BrowserWindow, type WebContents } from 'electron';
import type { HandoutPreset } from '../../shared/domain/handout.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { isSameFoot, noFootLayout, type FootLayout } from '../../shared/handout/footLayout.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { printDocument, type PrintLayout } from '../../shared/handout/printDocument.ts';
import { measureArea, nextLayout, printOnce } from './printPass.ts';
import { openPrintSession, PRINT_PARTITION, type PrintSession } from './printSession.ts';
import { usedFonts, type UsedFont } from './usedFonts.ts';

export type PrintedPdf = {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly fonts: readonly UsedFont[];
};

/**
 * `pages` are settled when an export would write the very same; on quick ones page numbers and footnotes may
 * stand where they stood before. `unchanged` says that the pages shown last are settled, `superseded` that a
 * later preview was asked for.
 */
export type Preview =
  | { readonly status: 'pages'; readonly pdf: Uint8Array<ArrayBuffer>; readonly isSettled: boolean }
  | { readonly status: 'unchanged' | 'superseded' };

export type PreviewRequest = {
  readonly model: HandoutModel;
  readonly subject: string;
  /** One pass in the layout that the subject had before, instead of as many as it takes. */
  readonly isQuick: boolean;
};

export type HandoutPrinter = {
  /** The pages as a PDF. Only the latest preview is finished: an older one ends before its next pass. */
  readonly preview: (request: PreviewRequest) => Promise<Preview>;
  /** The same pages, and the typefaces they are set in. */
  readonly toPdf: (model: HandoutModel) => Promise<PrintedPdf>;
  /** Opens the system's print dialog and answers when it is done with. */
  readonly toPaper: (model: HandoutModel) => Promise<Result<null>>;
};

/**
 * Makes the printer. One job runs at a time. Its hidden window is kept for the next preview, and goes with
 * `owner`, so that it never keeps the program alive; without an owner it goes after each job.
 */
export function createHandoutPrinter(owner: BrowserWindow | null, assets: string): HandoutPrinter {
  // The engine writes it into each file as its creator: the program's name, not the machine's system.
  app.userAgentFallback = 'Yandu';
  let opened: PrintSession | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let pageCount = 0;
  let latestPreview = 0;
  let shown: ({ readonly subject: string } & Laid) | null = null;
  const pageAreas = new Map<HandoutPreset, number>();

  let kept: BrowserWindow | null = null;
  owner?.once('closed', () => {
    kept?.destroy();
  });

  function openWindow(): BrowserWindow {
    if (kept !== null && !kept.isDestroyed() && !kept.webContents.isCrashed()) return kept;
    if (kept?.isDestroyed() === false) kept.destroy();
    kept = new BrowserWindow({
      show: false,
      webPreferences: {
        partition: PRINT_PARTITION,
        sandbox: true,
        spellcheck: false,
        devTools: false,
      },
    });
    return kept;
  }

  /**
   * Sets the pages in their final layout, then hands their window to `use`; null when `isWanted` says before a
   * pass that nobody waits any more.
   */
  async function print<Value>(
    { model, foot = noFootLayout, isQuick = false, isWanted = () => true }: PrintJob,
    use: (printed: Printed) => Value | Promise<Value>,
  ): Promise<Value | null> {
    if (!isWanted()) return null;
    opened ??= openPrintSession(assets);
    const window = openWindow();
    const press = { contents: window.webContents, session: opened };
    try {
      // A small change keeps the number of pages of the last job: then one pass is enough.
      const pageArea = pageAreas.get(model.preset) ?? (await measureArea(press, model.preset));
      pageAreas.set(model.preset, pageArea);
      let layout: PrintLayout = { pageArea, pageCount, foot };
      while (isWanted()) {
        const pass = await printOnce(press, (stylePath) =>
          printDocument(model, layout, { stylePath, fontFaces: press.session.fontFaces }),
        );
        const next = nextLayout(layout, pass, model);
        pageCount = pass.pageCount;
        if (isQuick || next === null) {
          return await use({ contents: press.contents, pdf: pass.pdf, laid: { layout, next } });
        }
        layout = next;
      }
      return null;
    } finally {
      if (owner === null || owner.isDestroyed()) window.destroy();
    }
  }

  async function preview({ model, subject, isQuick }: PreviewRequest): Promise<Preview> {
    const own = (latestPreview += 1);
    const isWanted = () => own === latestPreview;
    const preview = await queue(() => {
      const before = shown?.subject === subject ? shown : null;
      const foot = isQuick ? (before?.next ?? before?.layout)?.foot : undefined;
      return print<Preview>(
        { model, isQuick, isWanted, ...(foot && { foot }) },
        ({ pdf, laid }) => {
          shown = { subject, ...laid };
          if (!isQuick && before !== null && isSameLayout(before, laid)) {
            return { status: 'unchanged' };
          }
          const isSettled = laid.next === null && (foot ?? noFootLayout).zones.length === 0;
          return { status: 'pages', pdf, isSettled };
        },
      );
    });
    return preview ?? { status: 'superseded' };
  }

  function queue<Value>(job: () => Promise<Value>): Promise<Value> {
    const result = last.then(job);
    last = result.catch(() => undefined);
    return result;
  }

  /** A job that somebody waits for to the end. */
  async function finish<Value>(
    model: HandoutModel,
    use: (printed: Printed) => Promise<Value>,
  ): Promise<Value> {
    const done = await queue(() => print({ model }, use));
    if (done === null) throw new Error('a job that was wanted was not done');
    return done;
  }

  return {
    preview,
    toPdf: (model) =>
      finish(model, async ({ contents, pdf }) => ({ pdf, fonts: await usedFonts(contents) })),
    toPaper: (model) => finish(model, ({ contents }) => printOnPaper(contents)),
  };
}

type PrintJob = {
  readonly model: HandoutModel;
  /** Where to begin. */
  readonly foot?: FootLayout;
  /** Ends after one pass, wherever that leads. */
  readonly isQuick?: boolean;
  readonly isWanted?: () => boolean;
};

type Printed = {
  readonly contents: WebContents;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly laid: Laid;
};

/** How pages are laid out, and how they should be; null when that is the same. */
type Laid = { readonly layout: PrintLayout; readonly next: PrintLayout | null };

/** Then the pages are the same, since they were made from the same handout. */
function isSameLayout(one: Laid, other: Laid): boolean {
  return (
    one.next === other.next &&
    one.layout.pageCount === other.layout.pageCount &&
    isSameFoot(one.layout.foot, other.layout.foot)
  );
}

/** The page is the one last loaded; it stays as it is while the dialog is open. */
function printOnPaper(contents: WebContents): Promise<Result<null>> {
  return new Promise((resolve) => {
    // Default margins: any other kind makes the engine ignore those of the page.
    const options = { printBackground: true, pageSize: 'A4', duplexMode: 'longEdge' } as const;
    contents.print(options, (isPrinted, reason) => {
      if (isPrinted) resolve(ok(null));
      // The engine's own word for a closed dialog.
      else if (/cancel/iu.test(reason)) resolve(failure('print_cancelled'));
      else resolve(failure('print_failed', { reason }));
    });
  });
}
