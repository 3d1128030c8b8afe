// PDF by the engine's own printing. The page is served once, at an address nobody can guess, to a hidden
// window in a session of its own, under a policy that lets it load its style sheet and nothing else.

import { app, BrowserWindow, session, type WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { printDocument, type PrintDocument } from '../../shared/handout/printDocument.ts';

export type PrintedPdf = {
  readonly pdf: Uint8Array<ArrayBuffer>;
  /** Typefaces the text was really set in, most used first. */
  readonly fonts: readonly string[];
};
export type PrintPdf = (model: HandoutModel) => Promise<PrintedPdf>;

const PARTITION = 'handout-print';
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Makes the printer. One job runs at a time. Its hidden window is kept for the next preview, and goes with
 * `owner`, so that it never keeps the program alive; without an owner it goes after each job.
 */
export function createPrintPdf(owner: BrowserWindow | null): PrintPdf {
  // The engine writes it into each file as its creator: the program's name, not the machine's system.
  app.userAgentFallback = 'Yandu';
  const documents = new Map<string, PrintDocument>();
  let isServing = false;
  let last: Promise<unknown> = Promise.resolve();

  let kept: BrowserWindow | null = null;
  owner?.once('closed', () => {
    kept?.destroy();
  });

  function openWindow(): BrowserWindow {
    if (kept !== null && !kept.isDestroyed() && !kept.webContents.isCrashed()) return kept;
    if (kept?.isDestroyed() === false) kept.destroy();
    kept = new BrowserWindow({
      show: false,
      webPreferences: { partition: PARTITION, sandbox: true, spellcheck: false },
    });
    return kept;
  }

  async function print(model: HandoutModel): Promise<PrintedPdf> {
    if (!isServing) serve(documents);
    isServing = true;
    const window = openWindow();
    try {
      // The first pass counts the pages, the second one numbers them.
      const pages = countPages(await printOnce(window.webContents, documents, model, 0));
      const pdf = await printOnce(window.webContents, documents, model, pages);
      return { pdf, fonts: await usedFonts(window.webContents) };
    } finally {
      if (owner === null || owner.isDestroyed()) window.destroy();
    }
  }

  return (model) => {
    const job = last.then(() => print(model));
    last = job.catch(() => undefined);
    return job;
  };
}

function serve(documents: ReadonlyMap<string, PrintDocument>): void {
  session.fromPartition(PARTITION).protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const [, token = '', file = ''] = pathname.split('/');
    const document = host === 'print' ? documents.get(token) : undefined;
    if (document === undefined) return new Response(null, { status: 404 });
    const isStyle = file === 'page.css';
    return new Response(isStyle ? document.css : document.html, {
      headers: {
        'Content-Type': `text/${isStyle ? 'css' : 'html'}; charset=utf-8`,
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}

async function printOnce(
  contents: WebContents,
  documents: Map<string, PrintDocument>,
  model: HandoutModel,
  pageCount: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const token = randomUUID();
  documents.set(token, printDocument(model, pageCount, `/${token}/page.css`));
  try {
    await contents.loadURL(`app://print/${token}/page.html`);
    const pdf = await contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return new Uint8Array(pdf);
  } finally {
    documents.delete(token);
  }
}

/** Page objects of a PDF as Skia writes it, one plain dictionary each. */
function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0
  );
}

const rootSchema = z.object({ root: z.object({ nodeId: z.int() }) });
const nodeSchema = z.object({ nodeId: z.int() });
const fontsSchema = z.object({
  fonts: z.array(z.object({ familyName: z.string(), glyphCount: z.number() })),
});

/** Asks the window itself: the PDF holds Chinese typefaces without their names. */
async function usedFonts(contents: WebContents): Promise<readonly string[]> {
  contents.debugger.attach('1.3');
  const send = (method: string, parameters?: object): Promise<unknown> =>
    contents.debugger.sendCommand(method, parameters);
  try {
    await send('DOM.enable');
    await send('CSS.enable');
    const { root } = rootSchema.parse(await send('DOM.getDocument', { depth: 1 }));
    const { nodeId } = nodeSchema.parse(
      await send('DOM.querySelector', { nodeId: root.nodeId, selector: 'article' }),
    );
    const { fonts } = fontsSchema.parse(await send('CSS.getPlatformFontsForNode', { nodeId }));
    const ordered = fonts.toSorted((one, other) => other.glyphCount - one.glyphCount);
    return [...new Set(ordered.map((font) => font.familyName))];
  } finally {
    contents.debugger.detach();
  }
}
