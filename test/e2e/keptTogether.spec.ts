// What may not part on the printed page, tried at every height at which a page can end.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { anchorOf, makeHandout } from '../support/handoutExample.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { runTool } from '../support/outsideTools.ts';
import { removeFolder } from '../support/removeFolder.ts';

const LINES_OF_PAGE = 22;
let folder = '';
test.afterEach(() => {
  removeFolder(folder);
});

/** The text of each page of a handout in which `items` come after every number of lines a page holds. */
function printedAtEveryHeight(preset: string): readonly string[] {
  folder = mkdtempSync(join(tmpdir(), 'yandu-kept-'));
  const [handout] = writeHandoutBriefing(folder, ([plan]) => {
    const paragraph = plan?.segments.find(({ kind }) => kind === 'paragraph');
    const quote = plan?.text.slice(paragraph?.start, paragraph?.end) ?? '';
    const anchor = anchorOf(plan, quote);
    const sections = Array.from({ length: LINES_OF_PAGE }, (_, index) => [
      { kind: 'lines', count: index + 1 },
      { kind: 'comparison', title: `表题${String(index)}`, rows: [{ label: '', anchor }] },
      { kind: 'page_break' },
      { kind: 'lines', count: index + 1 },
      { kind: 'excerpt', anchor, annotationId: null, editedQuote: null, withNote: false },
      { kind: 'page_break' },
    ]);
    return [makeHandout(sections.flat(), { preset })];
  });
  const pdf = join(folder, 'kept.pdf');
  runTool(process.execPath, [
    ...['electron/export/handoutCommand.ts', join(folder, 'briefing.yandu')],
    ...['--id', handout?.id ?? '', '--format', 'pdf', '--out', pdf],
  ]);
  const pages = runTool('pdftotext', ['-raw', pdf, '-']).split('\f');
  return pages.map((page) => page.replaceAll(/\s/gu, ''));
}

for (const preset of ['official', 'compact']) {
  test(`keeps titles with their tables and citations whole, ${preset}`, () => {
    const pages = printedAtEveryHeight(preset);

    const titled = pages.filter((page) => page.includes('表题'));
    expect(titled).toHaveLength(LINES_OF_PAGE);
    for (const page of titled) expect(page).toMatch(/表题\d+项目原文出处/u);
    const cited = pages.filter((page) => page.includes('——《'));
    expect(cited.join('').match(/——《/gu)).toHaveLength(LINES_OF_PAGE * 2);
    for (const page of cited) {
      expect(page.match(/——《[^》]*》[^段—]*第\d+段/gu)).toHaveLength(
        page.split('——《').length - 1,
      );
      // A citation that begins a page would belong to nothing.
      expect(page).not.toMatch(/^——《/u);
    }
  });
}
