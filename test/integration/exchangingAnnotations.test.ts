import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { purgeExpired } from '../../electron/db/own/purgeExpired.ts';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { createExchangingHandlers } from '../../electron/features/exchanging.ts';
import { createTaggingHandlers } from '../../electron/features/tagging.ts';
import { LONGEST_QUOTE } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, isoTimeSchema, type AnnotationId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { noPolicy } from '../../shared/policy/policy.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { createTestBriefing } from '../support/testBriefing.ts';

const plan = makeDocument({
  id: 'plan',
  title: '规划纲要',
  segments: [
    { kind: 'heading', text: '第一章 开放' },
    { kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' },
  ],
});

const DAY = 24 * 60 * 60 * 1000;
const TEN_YEARS = 10 * 365 * DAY;

let folder = '';
let clock = 0;
let ids = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  clock = Date.parse('2026-11-20T08:00:00.000Z');
  ids = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A reader with a briefing of their own; all share the folder that files travel through. */
function reader(db: BriefingDb = createTestBriefing([plan])) {
  const file = join(folder, 'annotations.jsonld');
  const deps = {
    db,
    policy: noPolicy,
    now: () => isoTimeSchema.parse(new Date((clock += 1000)).toISOString()),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    dialogs: {
      askSaveName: ({ extension }: { extension: string }) =>
        Promise.resolve(extension === 'jsonld' ? file : join(folder, `annotations.${extension}`)),
      askOpenFile: () => Promise.resolve(file),
    },
  };
  return {
    ...createAnnotatingHandlers(deps),
    ...createTaggingHandlers(deps),
    ...createExchangingHandlers(deps),
  };
}
type Reader = ReturnType<typeof reader>;

async function value<Value>(answer: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function mark(one: Reader, quote: string, note: string) {
  const made = await value(
    one.createAnnotation({
      id: annotationIdSchema.parse(randomUUID()),
      target: { kind: 'passage', ...quoted(quote) },
      pigment: 'indigo',
      note: '',
      type: 'example',
    }),
  );
  return value(one.changeAnnotation({ id: made.id, change: { note } }));
}

function quoted(quote: string) {
  const start = plan.text.indexOf(quote);
  return { place: { documentId: plan.document.id, start, end: start + quote.length }, quote };
}

async function annotationsOf(one: Reader) {
  return { live: await value(one.listAnnotations({})), bin: await value(one.listBin({})) };
}

const send = (one: Reader) => value(one.exportAnnotations({ format: 'jsonld', ids: null }));
const receive = (one: Reader) => value(one.importAnnotations({}));

describe('exchanging annotations', () => {
  it('carries everything to another reader, once however often', async () => {
    const [anna, bo] = [reader(), reader()];
    const tag = await value(anna.createTag({ name: '开放' }));
    const { id } = await mark(anna, '探路者', '讨论**机制**');
    await value(anna.changeAnnotation({ id, change: { tagIds: [tag.id] } }));
    await send(anna);

    expect(await receive(bo)).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 0 });
    expect(await receive(bo)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 });

    const [hers] = await value(anna.listAnnotations({}));
    const [his] = await value(bo.listAnnotations({}));
    expect({ ...his, tagIds: [] }).toEqual({ ...hers, tagIds: [] });
    expect((await value(bo.listTags({}))).map(({ name }) => name)).toEqual(['开放']);
  });

  it('carries a later change and a deletion, and never brings the deleted back', async () => {
    const [anna, bo] = [reader(), reader()];
    const { id } = await mark(anna, '探路者', '一');
    await send(anna);
    const old = readFileSync(join(folder, 'annotations.jsonld'));
    await receive(bo);
    await value(bo.changeAnnotation({ id, change: { note: '二' } }));
    await send(bo);
    expect(await receive(anna)).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 0 });
    await value(anna.deleteAnnotations({ ids: [id] }));
    await send(anna);

    expect(await receive(bo)).toEqual({ added: 0, changed: 0, removed: 1, unchanged: 0 });
    writeFileSync(join(folder, 'annotations.jsonld'), old);
    expect(await receive(bo)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 });
    expect(await value(bo.listAnnotations({}))).toEqual([]);
    expect(await value(bo.listBin({}))).toHaveLength(1);
  });

  it.each<[change: string, act: (one: Reader, id: AnnotationId) => Promise<unknown>]>([
    ['an edit', (one, id) => value(one.changeAnnotation({ id, change: { note: '会上改过的话' } }))],
    ['a deletion', (one, id) => value(one.deleteAnnotations({ ids: [id] }))],
    ['a tag', (one, id) => value(one.changeAnnotations({ ids: [id], change: { addTag: '急' } }))],
    ['other ends', (one, id) => value(one.moveAnnotation({ id, ...quoted('传播者') }))],
    [
      'an undo',
      async (one, id) => {
        await value(one.changeAnnotation({ id, change: { pigment: 'cinnabar' } }));
        await value(one.undo({}));
      },
    ],
    [
      'a deletion done again',
      async (one, id) => {
        await value(one.deleteAnnotations({ ids: [id] }));
        await value(one.undo({}));
        await send(one);
        await value(one.redo({}));
      },
    ],
  ])('keeps %s made after an import from a clock years ahead', async (_change, act) => {
    const [anna, bo] = [reader(), reader()];
    clock += TEN_YEARS;
    const { id } = await mark(anna, '探路者', '走快的钟');
    await send(anna);
    clock -= TEN_YEARS;
    await receive(bo);
    const file = readFileSync(join(folder, 'annotations.jsonld'));
    await act(bo, id);
    const kept = await annotationsOf(bo);

    await receive(bo);
    expect(await annotationsOf(bo)).toEqual(kept);
    writeFileSync(join(folder, 'annotations.jsonld'), file);
    await receive(bo);
    expect(await annotationsOf(bo)).toEqual(kept);

    await send(bo);
    await receive(anna);
    expect((await annotationsOf(anna)).live).toMatchObject(
      kept.live.map(({ note, pigment, target }) => ({ note, pigment, target })),
    );
  });

  it('keeps the new name of a tag when a file with the old one comes in', async () => {
    const anna = reader();
    const tag = await value(anna.createTag({ name: '甲' }));
    const { id } = await mark(anna, '探路者', '一');
    await value(anna.changeAnnotation({ id, change: { tagIds: [tag.id] } }));
    for (const name of ['乙', '一']) {
      await send(anna);
      await value(anna.renameTag({ id: tag.id, name }));

      expect(await receive(anna)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 });
      expect((await value(anna.listTags({}))).map((one) => one.name)).toEqual([name]);
    }
    await value(anna.undo({}));
    expect(await value(anna.listTags({}))).toMatchObject([{ name: '乙' }]);
  });

  it('is one step to undo, new tags included', async () => {
    const [anna, bo] = [reader(), reader()];
    const tag = await value(anna.createTag({ name: '开放' }));
    const { id } = await mark(anna, '探路者', '一');
    await value(anna.changeAnnotation({ id, change: { tagIds: [tag.id] } }));
    await mark(anna, '传播者', '二');
    await send(anna);
    await receive(bo);

    expect(await value(bo.undo({}))).toMatchObject({ action: 'import_annotations' });
    expect(await value(bo.listAnnotations({}))).toEqual([]);
    expect(await value(bo.listTags({}))).toEqual([]);
    await value(bo.redo({}));
    expect(await value(bo.listAnnotations({}))).toHaveLength(2);
    expect(await value(bo.listTags({}))).toHaveLength(1);
  });

  it('is as if it had not been once it is undone: it can come in again, and takes nothing from its author', async () => {
    const [anna, bo] = [reader(), reader()];
    const { id } = await mark(anna, '探路者', '一');
    const deleted = await mark(anna, '合作', '二');
    await send(anna);
    await receive(bo);
    await value(bo.undo({}));
    await value(bo.redo({}));
    await value(bo.undo({}));
    expect(await annotationsOf(bo)).toEqual({ live: [], bin: [] });

    await send(bo);
    expect(await receive(anna)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 0 });
    await value(anna.changeAnnotation({ id, change: { note: '一，改过' } }));
    await send(anna);
    expect(await receive(bo)).toEqual({ added: 2, changed: 0, removed: 0, unchanged: 0 });

    await value(anna.changeAnnotation({ id, change: { note: '又改' } }));
    await value(anna.deleteAnnotations({ ids: [deleted.id] }));
    await send(anna);
    const again = { added: 0, changed: 1, removed: 1, unchanged: 0 };
    expect(await receive(bo)).toEqual(again);
    await value(bo.undo({}));
    expect((await annotationsOf(bo)).live).toMatchObject([{ note: '二' }, { note: '一，改过' }]);
    expect(await receive(bo)).toEqual(again);
  });

  it('lets what was deleted long ago elsewhere rest in the bin here for its thirty days', async () => {
    const [annas, bos] = [createTestBriefing([plan]), createTestBriefing([plan])];
    const [anna, bo] = [reader(annas), reader(bos)];
    const { id } = await mark(anna, '探路者', '我的话');
    await send(anna);
    await receive(bo);
    await value(anna.deleteAnnotations({ ids: [id] }));
    clock += 40 * DAY;
    await send(anna);
    await receive(bo);

    purgeExpired(bos, isoTimeSchema.parse(new Date(clock + 29 * DAY).toISOString()));
    expect(await value(bo.listBin({}))).toMatchObject([{ note: '我的话' }]);
    expect(await receive(bo)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 });
    purgeExpired(bos, isoTimeSchema.parse(new Date(clock + 31 * DAY).toISOString()));
    expect(await value(bo.listBin({}))).toEqual([]);
  });

  it('places no mark where the text is not what the file says', async () => {
    const [anna, bo] = [reader(), reader()];
    await mark(anna, '探路者', '一');
    const { id } = await mark(anna, '传播者', '二');
    await send(anna);
    const file = join(folder, 'annotations.jsonld');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"exact": "传播者"', '"exact": "破坏者"'),
    );
    await receive(bo);

    expect(await value(bo.listResolutions({}))).toEqual([{ id, resolution: { status: 'gone' } }]);
  });

  it('takes in what a clock at the end of time wrote, and what comes after it is still a change', async () => {
    const [anna, bo] = [reader(), reader()];
    const { id } = await mark(anna, '探路者', '一');
    await send(anna);
    const file = join(folder, 'annotations.jsonld');
    const written = readFileSync(file, 'utf8');
    const end = '"modified": "9999-12-31T23:59:59.999Z"';
    writeFileSync(file, written.replace(/"modified": "[^"]+"/, end));
    await receive(bo);
    await value(bo.changeAnnotation({ id, change: { note: '二' } }));
    await value(bo.changeAnnotation({ id, change: { note: '三' } }));
    await value(bo.deleteAnnotations({ ids: [id] }));

    expect(await value(bo.listBin({}))).toMatchObject([{ note: '三' }]);
  });

  it('carries an annotation with more tags than anybody can read', async () => {
    const [anna, bo] = [reader(), reader()];
    const { id } = await mark(anna, '探路者', '一');
    for (let tag = 0; tag < 120; tag += 1) {
      await value(anna.changeAnnotations({ ids: [id], change: { addTag: `标签${String(tag)}` } }));
    }
    await send(anna);

    expect(await receive(bo)).toMatchObject({ added: 1 });
    expect(await value(bo.listTags({}))).toHaveLength(120);
  });

  it('sends only what was chosen, and no deletions', async () => {
    const [anna, bo] = [reader(), reader()];
    const chosen = await mark(anna, '探路者', '一');
    await mark(anna, '传播者', '二');
    const deleted = await mark(anna, '合作', '三');
    await value(anna.deleteAnnotations({ ids: [deleted.id] }));

    const sent = await value(
      anna.exportAnnotations({ format: 'jsonld', ids: [chosen.id, deleted.id] }),
    );

    expect(sent).toMatchObject({ count: 1 });
    expect(await receive(bo)).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 0 });
    expect(await value(bo.listAnnotations({}))).toMatchObject([{ id: chosen.id }]);
  });

  it('carries the longest mark there can be; a longer one is not made', async () => {
    const text = '企业'.repeat(LONGEST_QUOTE / 2);
    const long = makeDocument({ id: 'long', segments: [{ kind: 'paragraph', text: `${text}法` }] });
    const [anna, bo] = [reader(createTestBriefing([long])), reader(createTestBriefing([long]))];
    const markTo = (end: number) =>
      anna.createAnnotation({
        id: annotationIdSchema.parse(randomUUID()),
        target: {
          kind: 'passage',
          place: { documentId: long.document.id, start: 0, end },
          quote: long.text.slice(0, end),
        },
        pigment: 'indigo',
        note: '',
        type: null,
      });
    expect(markTo(LONGEST_QUOTE + 1)).toMatchObject({ code: 'quote_too_long' });
    await value(markTo(LONGEST_QUOTE));
    await value(anna.undo({}));
    await value(anna.redo({}));
    await send(anna);

    expect(await receive(bo)).toMatchObject({ added: 1 });
    expect(await annotationsOf(bo)).toEqual(await annotationsOf(anna));
  });

  it.each([
    ['half a file', (file: string) => writeFileSync(file, '{"type": "AnnotationPage"')],
    ['other JSON', (file: string) => writeFileSync(file, '{"hello": 1}')],
    ['brackets without end', (file: string) => writeFileSync(file, '['.repeat(1_000_000))],
    ['another encoding', (file: string) => writeFileSync(file, Buffer.from([0x7b, 0xb0, 0xa1]))],
    [
      'a file of 65 MB',
      (file: string) => {
        writeFileSync(file, '{');
        truncateSync(file, 65 * 1024 * 1024);
      },
    ],
    ['a folder', (file: string) => mkdirSync(file)],
    ['no file', () => undefined],
  ])('refuses %s and changes nothing', async (_case, write) => {
    const anna = reader();
    await mark(anna, '探路者', '一');
    write(join(folder, 'annotations.jsonld'));

    const answer = await anna.importAnnotations({});

    expect(answer).toMatchObject({ ok: false, code: 'import_unreadable' });
    expect(await value(anna.listAnnotations({}))).toHaveLength(1);
  });

  it('refuses annotations on another pack', async () => {
    const anna = reader();
    await mark(anna, '探路者', '一');
    await send(anna);
    const file = join(folder, 'annotations.jsonld');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replaceAll('"test"', '"other"')
        .replaceAll('urn:yandu:test', 'urn:yandu:other'),
    );

    expect(await anna.importAnnotations({})).toMatchObject({ ok: false, code: 'import_foreign' });
  });

  it('writes Markdown with citations', async () => {
    const anna = reader();
    await mark(anna, '“探路者”', '讨论');

    await value(anna.exportAnnotations({ format: 'md', ids: null }));

    const text = readFileSync(join(folder, 'annotations.md'), 'utf8');
    expect(text).toContain(
      '## 规划纲要\n\n> “探路者”\n>\n> —— 《规划纲要》第一章，第1段\n\n讨论\n\n*例证*',
    );
  });
});
