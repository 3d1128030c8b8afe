// One pass of printing: a page is loaded, measured and printed, and what came of it says how to lay out the next.

import type { WebContents } from 'electron';
import { z } from 'zod';
import type { HandoutPreset } from '../../shared/domain/handout.ts';
import { nextFootLayout, type NoteMark } from '../../shared/handout/footLayout.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { pageMeasures } from '../../shared/handout/pageMeasures.ts';
import {
  pageProbe,
  probe,
  textHeight,
  type PrintDocument,
  type PrintLayout,
} from '../../shared/handout/printDocument.ts';
import { readPdfStructure, type PdfLink } from './pdfStructure.ts';
import type { PrintSession } from './printSession.ts';

type Press = {
  readonly contents: WebContents;
  readonly session: PrintSession;
};

type Pass = {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pageCount: number;
  readonly links: readonly PdfLink[];
  /** Heights of the footnotes in points, by number. */
  readonly noteHeights: ReadonlyMap<number, number>;
};

/** Prints one layout. */
export function printOnce(
  { contents, session }: Press,
  make: (stylePath: string) => PrintDocument,
): Promise<Pass> {
  return session.serveWhile(make, async (address) => {
    await contents.loadURL(address);
    const noteHeights = await measureNotes(contents);
    const pdf = new Uint8Array(
      await contents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
    return { pdf, noteHeights, ...readPdfStructure(pdf) };
  });
}

/** What the flow of the text moves on by from page to page, in points, read from two links far apart. */
export async function measureArea(press: Press, preset: HandoutPreset): Promise<number> {
  const { links } = await printOnce(press, (stylePath) => pageProbe(preset, stylePath));
  const first = links.find((link) => link.destination === probe.first);
  const second = links.find((link) => link.destination === probe.second);
  if (first === undefined || second === undefined) throw new Error('the probe was not printed');
  return (probe.distance - (first.top - second.top)) / (second.page - first.page);
}

const ISOLATED_WORLD = 1000;
const noteHeightsSchema = z.array(z.tuple([z.int(), z.number()]));

/** Waits for the typefaces, then measures the notes, each as wide as it will be printed. */
async function measureNotes(contents: WebContents): Promise<ReadonlyMap<number, number>> {
  const code = `document.fonts.ready.then(() =>
    Array.from(document.querySelectorAll('.footnote'), (note) =>
      [Number(note.id.replace('note-', '')), note.getBoundingClientRect().height * 0.75]))`;
  const measured: unknown = await contents.executeJavaScriptInIsolatedWorld(ISOLATED_WORLD, [
    { code },
  ]);
  return new Map(noteHeightsSchema.parse(measured));
}

/** Null when the pages are as the layout says. */
export function nextLayout(
  layout: PrintLayout,
  pass: Pass,
  model: HandoutModel,
): PrintLayout | null {
  const page = pageMeasures[model.preset];
  const top = 841.89 - (page.margin.top * 72) / 25.4;
  const measures = {
    heights: pass.noteHeights,
    area: textHeight(layout.pageArea),
    pitch: page.pitch,
  };
  const foot = nextFootLayout(layout.foot, noteMarks(pass.links, top, page.pitch), measures);
  if (foot !== null) return { ...layout, foot };
  return pass.pageCount === layout.pageCount ? null : { ...layout, pageCount: pass.pageCount };
}

/** A raised mark stands about a third of its line below the line's top. */
const MARK_DEPTH = 0.35;

/**
 * The marks in the order of their notes. Where a paragraph is broken over two pages, the engine names its
 * mark on both; it stands on the later one.
 */
function noteMarks(links: readonly PdfLink[], top: number, pitch: number): readonly NoteMark[] {
  const marks = new Map<number, NoteMark>();
  for (const link of links) {
    const [, name] = /^note-(\d+)$/u.exec(link.destination) ?? [];
    if (name === undefined) continue;
    const note = Number(name);
    const middle = top - (link.bottom + link.top) / 2;
    marks.set(note, { note, page: link.page, bottom: middle + pitch * (1 - MARK_DEPTH) });
  }
  return [...marks.values()].toSorted((one, other) => one.note - other.note);
}
