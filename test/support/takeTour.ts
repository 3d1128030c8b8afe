// A facilitator's way through the program, by mouse and keys alone: the demo, the smoke test and the
// source of the README's pictures.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { LaunchArgs } from './launchYandu.ts';
import { searchFor } from './searchFor.ts';
import { selectText } from './selectText.ts';
import type { RunningYandu } from './startElectron.ts';

export type TourArgs = {
  readonly launch: (args: LaunchArgs) => Promise<RunningYandu>;
  /** Empty at the start: a reader's first day. */
  readonly dataFolder: string;
  readonly exportFolder: string;
  /** Gets a PNG of every step. Emptied first. */
  readonly pictureFolder: string;
  readonly say: (sentence: string) => void;
};

const passage = '国家高新技术企业突破5000家';
const note = '五年内从1837家到5000家：目标如何分解到各部门？';
const heading = '创新主体倍增';
const question = '本单位能为培育高新技术企业做什么？';
const title = '“十四五”规划纲要学习讨论提纲';

/** Takes the whole way, ends it with a second start, and throws where something is not as it should be. */
export async function takeTour(args: TourArgs): Promise<void> {
  rmSync(args.pictureFolder, { recursive: true, force: true });
  mkdirSync(args.pictureFolder, { recursive: true });
  mkdirSync(args.exportFolder, { recursive: true });
  const picture = pictureTaker(args);

  await inProgram(args, async (window) => {
    await readDocument(window, picture);
    await findPassage(window, picture);
    await markPassage(window, picture);
    await composeHandout(window, picture);
    await exportHandout(window, picture);
    checkExports(args.exportFolder);
    args.say('      The four hold the heading, the quotation with its citation, and the question');
  });
  await inProgram(args, (window) => findEverythingAgain(window, picture));
}

/** Starts the program once more, and throws unless everything the tour made is still there. */
export async function findTourAgain(args: TourArgs): Promise<void> {
  mkdirSync(args.pictureFolder, { recursive: true });
  const picture = pictureTaker(args);
  await inProgram(args, (window) => findEverythingAgain(window, picture));
}

/** Starts the program, and closes it also when what happens in it fails. */
async function inProgram(args: TourArgs, run: (window: Page) => Promise<void>): Promise<void> {
  const { app, window } = await args.launch(args);
  try {
    await run(window);
  } finally {
    await app.close();
  }
}

type TakePicture = (window: Page, name: string, sentence: string) => Promise<void>;

function pictureTaker({ pictureFolder, say }: TourArgs): TakePicture {
  let step = 0;
  return async (window, name, sentence) => {
    step += 1;
    const file = `${String(step).padStart(2, '0')}-${name}.png`;
    await window.screenshot({ path: join(pictureFolder, file) });
    say(`${String(step).padStart(4)}  ${sentence}  (${file})`);
  };
}

async function readDocument(window: Page, picture: TakePicture): Promise<void> {
  const welcome = window.getByRole('dialog');
  await expect(welcome).toBeVisible();
  await picture(window, 'welcome', 'The pack that comes with the program is open');
  await welcome.getByRole('button', { name: '开始阅读' }).click();

  await window.getByRole('tab', { name: '文库' }).click();
  await picture(window, 'library', 'The library lists its documents');
  await window.getByRole('tabpanel').getByRole('button', { name: '第十四个五年规划' }).click();
  await window.getByRole('tab', { name: '目录' }).click();
  const outline = window.getByRole('tabpanel').getByRole('navigation');
  await outline.getByRole('button', { name: '展开：第三篇 打造国际化创新高地' }).click();
  await outline.getByRole('button', { name: /^第十一章/ }).click();
  await expect(textOf(window).getByRole('heading', { name: '第十一章' })).toBeInViewport();
  await picture(window, 'section', 'A click in the outline goes to chapter 11');
}

async function findPassage(window: Page, picture: TakePicture): Promise<void> {
  const results = await searchFor(window, '高新技术企业');
  const hit = results.getByRole('button', { name: '突破5000家' }).first();
  await expect(hit).toBeVisible();
  await picture(window, 'search', 'Search for 高新技术企业 in all documents');
  await hit.click();
  const segment = textOf(window).locator('[data-segment]').filter({ hasText: passage });
  await expect(segment).toBeInViewport();
  await picture(window, 'hit', 'A hit is opened at its place');
}

async function markPassage(window: Page, picture: TakePicture): Promise<void> {
  await selectText(window, passage);
  const bar = window.getByRole('toolbar', { name: '划线与笔记' });
  await bar.getByRole('button', { name: '划线：藤黄' }).click();
  await expectMarked(window);
  await picture(window, 'highlight', 'The sentence is highlighted');

  await markOf(window).first().click();
  const margin = window.getByRole('complementary', { name: '旁注' });
  await typeInto(margin.getByRole('textbox', { name: '笔记内容' }), note);
  await expect(margin.getByText('已保存')).toBeVisible();
  await picture(window, 'note', 'A note is written on it and saved');
  await window.keyboard.press('Escape');
}

async function composeHandout(window: Page, picture: TakePicture): Promise<void> {
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await picture(window, 'handout-room', 'The handout room');
  await window.getByRole('button', { name: '新建讲义' }).click();
  const outline = window.getByRole('list', { name: '提纲' });
  await typeInto(window.getByRole('textbox', { name: '标题', exact: true }), title);

  await typeInto(outline.getByRole('textbox', { name: '标题文字' }).first(), heading);
  await typeInto(outline.getByRole('textbox', { name: '讨论题' }), question);

  const card = window.getByRole('region', { name: '素材' }).getByRole('listitem');
  await card.filter({ hasText: passage }).getByRole('button', { name: '加入讲义' }).click();
  const excerpt = outline.getByRole('listitem').filter({ hasText: passage });
  await moveUpTo(excerpt, 2);
  await expect(window.getByText('引文核对 1/1 一致')).toBeVisible();
  await picture(window, 'handout', 'The note goes into a handout with a heading and a question');
}

/** Clicks into a field and types, over what stood in it. */
async function typeInto(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.press('Control+a');
  await field.pressSequentially(text);
  await expect(field).toHaveValue(text);
}

/** Moves an item of the outline up, one place a press, until it is the `position`th. */
async function moveUpTo(item: Locator, position: number): Promise<void> {
  const name = (await item.getAttribute('aria-label')) ?? '';
  for (let at = Number(/\d+/.exec(name)?.[0]); at > position; at -= 1) {
    await item.hover();
    await item.getByRole('button', { name: '上移' }).click();
    await expect(item).toHaveAccessibleName(`第 ${at - 1} 项，引文`);
  }
  await expect(item).toHaveAccessibleName(`第 ${position} 项，引文`);
}

async function exportHandout(window: Page, picture: TakePicture): Promise<void> {
  const formats = window.getByRole('group', { name: '导出' });
  for (const format of ['Word', 'PDF', '网页', 'Markdown']) {
    await formats.getByRole('button', { name: format }).click();
    await expect(window.getByRole('status').filter({ hasText: '已导出' })).toContainText(
      fileEnding[format] ?? '',
    );
  }
  await picture(window, 'exported', 'It is exported as Word, PDF, HTML and Markdown');
}

const fileEnding: Readonly<Record<string, string>> = {
  Word: '.docx',
  PDF: '.pdf',
  网页: '.html',
  Markdown: '.md',
};

function checkExports(folder: string): void {
  const files = readdirSync(folder);
  const read = (ending: string): Buffer => {
    const file = files.find((name) => name.endsWith(ending));
    if (file === undefined) throw new Error(`no ${ending} among the exports: ${files.join(', ')}`);
    return readFileSync(join(folder, file));
  };
  expect(read('.docx').subarray(0, 2).toString('latin1')).toBe('PK');
  expect(read('.pdf').subarray(0, 5).toString('latin1')).toBe('%PDF-');
  for (const ending of ['.html', '.md']) {
    const text = read(ending).toString('utf8');
    for (const part of [title, heading, passage, question, '第三章', '第四节']) {
      expect(text).toContain(part);
    }
  }
}

async function findEverythingAgain(window: Page, picture: TakePicture): Promise<void> {
  await expect(textOf(window)).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expectMarked(window);
  await expect(markOf(window).first()).toBeInViewport();
  await window.getByRole('tab', { name: '批注 1', exact: true }).click();
  await expect(window.getByRole('tabpanel')).toContainText(note);
  await picture(
    window,
    'again',
    'Started again: the place, the mark and the note are as they were',
  );

  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(window.getByRole('textbox', { name: '标题', exact: true })).toHaveValue(title);
  const outline = window.getByRole('list', { name: '提纲' });
  await expect(outline.getByRole('textbox', { name: '标题文字' }).first()).toHaveValue(heading);
  await expect(outline.getByRole('textbox', { name: '讨论题' })).toHaveValue(question);
  await expect(outline.getByRole('blockquote').filter({ hasText: passage })).toBeVisible();
  const page = window.getByRole('img', { name: '第 1 / 1 页', exact: true });
  await expect(page).toBeVisible();
  // As wide as an empty canvas is, until the page is drawn on it.
  await expect(page).not.toHaveJSProperty('width', 300);
  await picture(window, 'handout-again', 'So is the handout');
}

function textOf(window: Page): Locator {
  return window.getByLabel(/^正文：/);
}

/** A mark is drawn in several runs where search hits lie in it. */
async function expectMarked(window: Page): Promise<void> {
  const marked = async (): Promise<string> => (await markOf(window).allTextContents()).join('');
  await expect.poll(marked).toBe(passage);
}

function markOf(window: Page): Locator {
  return textOf(window).locator('mark[data-annotations]');
}
