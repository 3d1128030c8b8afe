// Hostile text in the text fields of a pack, in a note, a tag, a handout’s title, a search and an imported file: the
// window shows it to the letter and runs nothing (T6). On the way the program fails now and then; its log says so,
// and holds not a word of all this (T14). In the packed program, run by an ordinary user: its log and its leftovers
// are those of an installed one.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { HOSTILE_GLOBAL, hostileLine, hostileTexts } from '../support/hostileText.ts';
import { installPackagedYandu, type PackagedYandu } from '../support/packagedYandu.ts';
import { openSearch } from '../support/searchFor.ts';
import type { RunningYandu } from '../support/startElectron.ts';

const project = resolve(import.meta.dirname, '../..');
const canary = '金丝雀机密';
const [tag = '', importedTag = ''] = hostileTexts;
const title = `${canary} ${hostileLine}`;

let installed: PackagedYandu;
let yandu: RunningYandu;

test.beforeAll(async () => {
  installed = installPackagedYandu();
  const { dataFolder, exportFolder } = installed;
  yandu = await installed.launch({ dataFolder, exportFolder, packPath: buildHostilePack() });
  await countViolations(yandu.window);
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
});
test.afterAll(() => {
  installed.remove();
});

async function countViolations(window: Page): Promise<void> {
  await window.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(globalThis, '__violations', seen);
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      seen.push(effectiveDirective);
    });
  });
}

/** The reader's own words in every field that the settings and a handout have, past the fields' own limits of typing. */
async function saveHostileEverywhere(window: Page): Promise<void> {
  await window.evaluate(async (words) => {
    type Answer = { readonly ok: boolean; readonly value: never };
    type Channel = (input: unknown) => Promise<string>;
    const bridge = Reflect.get(globalThis, 'yandu') as Readonly<Record<string, Channel>>;
    const ask = async (name: string, input: unknown): Promise<Answer> => {
      const answer = JSON.parse((await bridge[name]?.(input)) ?? 'null') as Answer | null;
      if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer;
    };
    const { settings } = (await ask('getAppState', {})).value as { settings: object };
    const name = words.slice(0, 40);
    const pigmentNames = { gamboge: name, cinnabar: name, malachite: name, indigo: name };
    const author = words.slice(0, 200);
    await ask('saveSettings', { ...settings, pigmentNames, author });

    type Handout = { readonly items: readonly { kind: string; anchor: unknown }[] };
    const [handout] = (await ask('listHandouts', {})).value as readonly Handout[];
    const anchor = handout?.items.find(({ kind }) => kind === 'excerpt')?.anchor;
    const item = (kind: string, fields: object) => ({ id: crypto.randomUUID(), kind, ...fields });
    const head = { meeting: words, date: words, place: words, host: words, statusLine: words };
    const items = [
      ...(handout?.items ?? []),
      item('heading', { level: 1, text: words, minutes: null }),
      item('question', { text: words, answer: words }),
      item('note', { text: words, isPrivate: false }),
      item('comparison', { title: words, rows: [{ label: words, anchor }] }),
      item('tasks', { title: words, anchors: [anchor] }),
      item('attendance', { present: words, absent: words, observers: words, recorder: words }),
    ];
    await ask('saveHandout', { handout: { ...handout, ...head, items } });
  }, hostileLine);
}

/** One document whose every fact and every paragraph is hostile. */
function buildHostilePack(): string {
  const seeds = join(installed.homeFolder, 'seeds');
  mkdirSync(seeds);
  const file = `<img src=x onerror=a()>${canary}.txt`;
  writeFileSync(join(seeds, file), `${canary}\n\n${hostileTexts.join('\n\n')}\n`);
  const facts = { title, shortTitle: title, issuer: hostileLine, author: hostileLine };
  const source = { file, origin: hostileLine, rights: hostileLine, status: hostileLine };
  const pack = {
    packId: 'hostile',
    title,
    version: 1,
    versionLabel: hostileTexts[0],
    status: hostileLine,
    sources: [{ ...source, documents: [{ id: 'hostile', ...facts }] }],
  };
  writeFileSync(join(seeds, 'pack.json'), JSON.stringify(pack));
  const out = join(installed.homeFolder, 'hostile.yandu');
  execFileSync(process.execPath, ['build/pack/cli.ts', '--in', seeds, '--out', out], {
    cwd: project,
    stdio: 'pipe',
  });
  return out;
}

/** Makes the exported file one of somebody else's: another annotation, another tag, the same hostile note. */
function writeAsAnother(): void {
  const exports = installed.exportFolder;
  const [name = ''] = readdirSync(exports);
  const id = /"urn:uuid:[0-9a-f-]{36}"/gu;
  const text = readFileSync(join(exports, name), 'utf8');
  const another = text
    .replaceAll(id, `"urn:uuid:${randomUUID()}"`)
    .replaceAll(JSON.stringify(tag), JSON.stringify(importedTag));
  writeFileSync(join(exports, name), another);
}

async function expectNothingRan(window: Page): Promise<void> {
  const page = await window.evaluate(
    (name) => ({
      wasRun: name in globalThis,
      violations: Reflect.get(globalThis, '__violations') as readonly string[],
      scripts: document.scripts.length,
      foreign: document.querySelectorAll('iframe, object, embed, svg[onload], [onerror], base, img')
        .length,
      away: document.querySelectorAll('a[href]:not([href^="#"])').length,
    }),
    HOSTILE_GLOBAL,
  );
  expect(page).toEqual({ wasRun: false, violations: [], scripts: 1, foreign: 0, away: 0 });
}

test('hostile text is shown to the letter and runs nothing, and the log holds none of it', async () => {
  const { app, window } = yandu;
  const text = window.getByLabel(/^正文：/);
  for (const line of hostileTexts) await expect(text).toContainText(line);
  await expectNothingRan(window);

  // A note and a tag on a passage.
  await window.locator('[data-segment]').nth(2).click();
  await window.keyboard.press('m');
  await expect(window.getByText(/^已划线/u)).toBeVisible();
  await window.locator('mark[data-annotations]').first().click();
  const margin = window.getByRole('complementary', { name: '旁注' });
  await margin
    .getByRole('textbox', { name: '笔记内容' })
    .fill(`${canary}\n${hostileTexts.join('\n')}`);
  await expect(margin.getByText('已保存')).toBeVisible();
  await margin.getByRole('combobox', { name: '加标签' }).fill(tag);
  await window.keyboard.press('Enter');
  await expect(margin.getByRole('button', { name: `去掉标签 ${tag}` })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('tab', { name: '批注' }).click();
  await expectNothingRan(window);

  // The same in a file from elsewhere, which gives it as another annotation with another tag.
  await window.getByRole('button', { name: '导出与导入' }).click();
  await window.getByRole('button', { name: '导出 JSON-LD' }).click();
  await expect(window.getByText(/^已导出 1 条批注/u)).toBeVisible();
  writeAsAnother();
  await window.getByRole('button', { name: '导出与导入' }).click();
  await window.getByRole('button', { name: '导入批注' }).click();
  await expect(window.getByText('导入完成：新增 1，更新 0，删除 0')).toBeVisible();
  await window.keyboard.press('Escape');
  const list = window.getByRole('tabpanel', { name: /^批注/u });
  await expect(list).toContainText(tag);
  await expect(list).toContainText(importedTag);
  await expectNothingRan(window);

  // A search for it.
  const query = `${canary} ${hostileTexts[0] ?? ''}`;
  await openSearch(window);
  await window.keyboard.type(query);
  const results = window.getByRole('main', { name: '搜索结果' });
  await expect(results.locator('[aria-busy="false"]')).toContainText(canary);
  await expectNothingRan(window);
  await window.keyboard.press('Enter');
  await expectNothingRan(window);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');

  // Files from elsewhere that are none, and calls that cannot be answered.
  const failed = await window.evaluate(async (words) => {
    type Answer = { readonly code?: string };
    type Channel = (input: unknown) => Promise<string>;
    const bridge = Reflect.get(globalThis, 'yandu') as Readonly<Record<string, Channel>>;
    const call = async (name: string, input: unknown) =>
      (JSON.parse((await bridge[name]?.(input)) ?? '{}') as Answer).code;
    const id = '00000000-0000-4000-8000-000000000000';
    return [
      await call('changeAnnotation', { id, change: { note: words } }),
      await call('renameTag', { id, name: words }),
      await call('exportHandout', { id, copy: 'members', format: 'txt' }),
      await call('saveHandout', { handout: words }),
    ];
  }, canary);
  expect(failed.filter((code) => code === undefined)).toEqual([]);

  // A handout of it, and its pages.
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
  await window.getByRole('textbox', { name: '标题', exact: true }).fill(title);
  const shelf = window.getByRole('region', { name: '素材' });
  await shelf.getByRole('button', { name: '加入讲义' }).first().click();
  await expect(window.getByRole('img', { name: /^第 1 \/ /u })).toBeVisible();
  await saveHostileEverywhere(window);
  await window.reload();
  await countViolations(window);
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(window.getByRole('textbox', { name: '主持', exact: true })).toHaveValue(hostileLine);
  await expect(window.getByRole('img', { name: /^第 1 \/ /u })).toBeVisible();
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('textbox', { name: '署名' })).toHaveValue(
    hostileLine.slice(0, 200),
  );
  await window.keyboard.press('Escape');
  await expectNothingRan(window);
  const formats = window.getByRole('group', { name: '导出' });
  for (const [format, ending] of [
    ['Word', 'docx'],
    ['PDF', 'pdf'],
    ['网页', 'html'],
    ['Markdown', 'md'],
    ['纯文本', 'txt'],
  ] as const) {
    await formats.getByRole('button', { name: format }).click();
    await expect(window.getByRole('status')).toContainText(
      new RegExp(`\\.${ending}，引文核对 (\\d+)/\\1 一致`, 'u'),
    );
  }
  const page = await window.evaluate(
    (name) => ({ wasRun: name in globalThis, scripts: document.scripts.length }),
    HOSTILE_GLOBAL,
  );
  expect(page).toEqual({ wasRun: false, scripts: 1 });
  expect(readdirSync(installed.exportFolder)).toHaveLength(1 + 5);
  await app.close();

  // The briefing holds it, and so do its backups, and the list of packs names their editions. Nothing else
  // does, byte for byte.
  const { homeFolder, dataFolder } = installed;
  const files = readdirSync(homeFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(exports|seeds|data\/backups)\/|\.yandu$|briefings\.json$/.test(path));
  const log = readFileSync(join(dataFolder, 'logs', 'yandu.log'), 'utf8');
  expect(log).toContain('"channel":"changeAnnotation","code":"annotation_missing"');
  const holding = files.filter((path) => {
    const bytes = readFileSync(path);
    return [canary, HOSTILE_GLOBAL].some((word) =>
      (['utf8', 'utf16le'] as const).some((encoding) =>
        bytes.includes(Buffer.from(word, encoding)),
      ),
    );
  });
  expect(holding).toEqual([]);
});
