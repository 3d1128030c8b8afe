import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../../../electron/db/briefing/briefingDb.ts';
import { createAnnotatingHandlers } from '../../../../electron/features/annotating.ts';
import { createExportingHandlers } from '../../../../electron/features/exporting.ts';
import { createHandoutsHandlers } from '../../../../electron/features/handouts.ts';
import { handoutSchema, type Handout } from '../../../../shared/domain/handout.ts';
import { handoutIdSchema, isoTimeSchema } from '../../../../shared/domain/ids.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { noPolicy } from '../../../../shared/policy/policy.ts';
import { exampleDocuments, planSentence } from '../../../support/handoutExample.ts';
import { createTestBriefing } from '../../../support/testBriefing.ts';

let db: BriefingDb;
let minute: number;
let folder: string;

function deps() {
  return {
    db,
    policy: noPolicy,
    now: () =>
      isoTimeSchema.parse(new Date(Date.UTC(2026, 10, 21, 8, (minute += 2))).toISOString()),
    newId: () => randomUUID(),
    dialogs: {
      askSaveName: ({ name }: { readonly name: string }) => Promise.resolve(join(folder, name)),
      askOpenFile: () => Promise.resolve(join(folder, readdirSync(folder)[0] ?? '')),
    },
    printer: {
      preview: () => Promise.reject(new Error('needs a window')),
      toPdf: () => Promise.reject(new Error('needs a window')),
      toPaper: () => Promise.reject(new Error('needs a window')),
    },
  };
}

async function value<Value>(result: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.code);
  return settled.value;
}

/** The quoted sentence of the plan as a place. */
function excerpt(quote = planSentence) {
  const [plan] = exampleDocuments;
  if (!plan) throw new Error('no plan');
  const start = plan.text.indexOf(planSentence);
  const place = { documentId: plan.document.id, start, end: start + planSentence.length };
  return { place, quote, annotationId: null };
}

function added(): Promise<Handout> {
  return value(
    createHandoutsHandlers(deps()).addExcerpts({ id: null, title: '提纲', excerpts: [excerpt()] }),
  );
}

beforeEach(() => {
  db = createTestBriefing(exampleDocuments);
  minute = 0;
  folder = mkdtempSync(join(tmpdir(), 'yandu-handouts-'));
});

describe('keeping handouts', () => {
  it('makes a handout for the first excerpt and adds the next one to it', async () => {
    const first = await added();
    const second = await added();

    expect(second.id).toBe(first.id);
    expect(second.items.filter((item) => item.kind === 'excerpt')).toHaveLength(2);
    expect(await value(createHandoutsHandlers(deps()).listHandouts({}))).toEqual([second]);
  });

  it('takes no more items than it can read again, and says so', async () => {
    const many = Array.from({ length: 1_500 }, () => excerpt());
    const handlers = createHandoutsHandlers(deps());
    const add = () => handlers.addExcerpts({ id: null, title: '提纲', excerpts: many });
    const full = await value(add());

    expect(await add()).toMatchObject({
      ok: false,
      code: 'handout_full',
      detail: { most: '2000' },
    });
    expect(await value(handlers.listHandouts({}))).toEqual([full]);
  });

  it('refuses a quote that is not the text at the place', async () => {
    const result = await createHandoutsHandlers(deps()).addExcerpts({
      id: null,
      title: '',
      excerpts: [excerpt(planSentence.replace('者', '人'))],
    });

    expect(result).toMatchObject({ ok: false, code: 'quote_mismatch' });
    expect(await value(createHandoutsHandlers(deps()).listHandouts({}))).toEqual([]);
  });

  it('takes a change back and does it again, each as a later change', async () => {
    const handouts = createHandoutsHandlers(deps());
    const annotating = createAnnotatingHandlers(deps());
    const made = await added();
    const changed = await value(
      handouts.saveHandout({
        handout: handoutSchema.parse({ ...made, title: '新题目', items: [] }),
      }),
    );

    await annotating.undo({});
    const [undone] = await value(handouts.listHandouts({}));
    await annotating.redo({});
    const [redone] = await value(handouts.listHandouts({}));

    expect({ ...undone, updatedAt: '' }).toEqual({ ...made, updatedAt: '' });
    expect({ ...redone, updatedAt: '' }).toEqual({ ...changed, updatedAt: '' });
    const times = [made, changed, undone, redone].map((one) => one?.updatedAt);
    expect(times.toSorted()).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
  });

  it('keeps a deleted handout in the bin until it is restored', async () => {
    const handouts = createHandoutsHandlers(deps());
    const { id } = await added();

    await handouts.deleteHandout({ id });
    const binned = await value(handouts.listHandoutBin({}));
    await handouts.restoreHandout({ id });

    expect(binned.map((one) => one.id)).toEqual([id]);
    expect((await value(handouts.listHandouts({}))).map((one) => one.id)).toEqual([id]);
  });

  it('copies a handout with new ids throughout', async () => {
    const made = await added();

    const copy = await value(
      createHandoutsHandlers(deps()).duplicateHandout({ id: made.id, title: '副本' }),
    );

    expect(copy.items).toHaveLength(made.items.length);
    expect(copy.items.map((item) => item.id)).not.toEqual(made.items.map((item) => item.id));
  });
});

describe('exporting', () => {
  it('writes the file, checks its quotations and finds them equal in the file again', async () => {
    const { id } = await added();
    const exporting = createExportingHandlers(deps());

    const written = await value(exporting.exportHandout({ id, copy: 'members', format: 'docx' }));
    const again = await value(exporting.recheckExport({}));

    expect(written).toMatchObject({ quotes: { total: 1, equal: 1 }, fonts: [] });
    expect(readdirSync(folder)).toEqual([written.fileName]);
    expect(again).toMatchObject({ fileName: written.fileName, total: 1, equal: 1, altered: [] });
  });

  it('says of a file that is no export of ours that it was not checked', async () => {
    const exporting = createExportingHandlers(deps());

    expect(await exporting.recheckExport({})).toMatchObject({ code: 'recheck_unreadable' });
    writeFileSync(join(folder, 'a.docx'), 'no zip');
    expect(await exporting.recheckExport({})).toMatchObject({
      ok: false,
      code: 'recheck_unreadable',
      detail: { file: 'a.docx' },
    });
    rmSync(join(folder, 'a.docx'));
    writeFileSync(join(folder, 'a.html'), '<p>没有出处</p>');
    expect(await exporting.recheckExport({})).toMatchObject({ value: { total: 0, altered: [] } });
  });

  it('writes text that opens as UTF-8 in an old editor', async () => {
    const { id } = await added();

    const { fileName } = await value(
      createExportingHandlers(deps()).exportHandout({ id, copy: 'members', format: 'txt' }),
    );

    const text = readFileSync(join(folder, fileName), 'utf8');
    expect(text.startsWith('\ufeff提纲\r\n')).toBe(true);
    expect(text).toContain(planSentence);
  });

  it('says that a handout is gone', async () => {
    const result = await createExportingHandlers(deps()).exportHandout({
      id: handoutIdSchema.parse(randomUUID()),
      copy: 'members',
      format: 'txt',
    });

    expect(result).toMatchObject({ ok: false, code: 'handout_missing' });
  });
});
