// What an admin forbids does not leave the program, whoever asks main for it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { createAppHandlers } from '../../electron/features/app.ts';
import { createExchangingHandlers } from '../../electron/features/exchanging.ts';
import { createExportingHandlers } from '../../electron/features/exporting.ts';
import { createHandoutsHandlers } from '../../electron/features/handouts.ts';
import { createPolicyHandlers } from '../../electron/features/policy.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Handout } from '../../shared/domain/handout.ts';
import { annotationIdSchema, documentIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { policyOf, type Policy } from '../../shared/policy/policy.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { createTestBriefing } from '../support/testBriefing.ts';

const open = makeDocument({
  id: 'open',
  segments: [{ kind: 'paragraph', text: '公开的一段话。' }],
});
const internal = makeDocument({
  id: 'internal',
  ord: 1,
  status: '内部资料，注意保存',
  segments: [{ kind: 'paragraph', text: '内部的一段话。' }],
});
const policy = policyOf('/etc/yandu/policy.json', {
  version: 1,
  exportFormats: { 内部资料: ['docx'], '*': ['docx', 'txt', 'jsonld', 'print'] },
});

let db: BriefingDb;
let folder = '';
let printed = 0;
beforeEach(() => {
  db = createTestBriefing([open, internal]);
  folder = mkdtempSync(join(tmpdir(), 'yandu-forbidden-'));
  printed = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function deps(own: Policy) {
  return {
    db,
    policy: own,
    now: () => isoTimeSchema.parse('2026-11-20T08:00:00.000Z'),
    newId: () => randomUUID(),
    dialogs: {
      askSaveName: ({ name }: { readonly name: string }) => Promise.resolve(join(folder, name)),
      askOpenFile: () => Promise.resolve(null),
    },
    printer: {
      preview: () => Promise.reject(new Error('needs a window')),
      toPdf: () => Promise.reject(new Error('needs a window')),
      toPaper: () => Promise.reject(new Error('needs a window')),
    },
    readPackTrust: () => ({ kind: 'shipped' as const }),
    versions: {
      app: '',
      electron: '',
      chromium: '',
      node: '',
      electronShipped: '',
      electronTested: '',
    },
    dataFolder: folder,
    window: {
      finishClosing: () => undefined,
      takeLink: () => null,
      reload: () => undefined,
      toggleFullScreen: () => undefined,
      dress: () => undefined,
      print: () => {
        printed += 1;
        return Promise.resolve();
      },
    },
  };
}

function program(own = policy) {
  const given = deps(own);
  return {
    ...createAppHandlers(given),
    ...createAnnotatingHandlers(given),
    ...createExchangingHandlers(given),
    ...createHandoutsHandlers(given),
    ...createExportingHandlers(given),
    ...createPolicyHandlers(given),
  };
}

async function value<Value>(answer: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function quote(...documents: readonly DocumentContent[]): Promise<Handout> {
  return value(
    program().addExcerpts({
      id: null,
      title: '提纲',
      excerpts: documents.map(({ document, text }) => ({
        place: { documentId: document.id, start: 0, end: text.length },
        quote: text,
        annotationId: null,
      })),
    }),
  );
}

function exportAs(handout: Handout, format: 'docx' | 'txt' | 'md') {
  return program().exportHandout({ id: handout.id, copy: 'members', format });
}

describe('a handout', () => {
  it('of open documents leaves in the formats of everything else', async () => {
    const handout = await quote(open);

    expect(await exportAs(handout, 'txt')).toMatchObject({ ok: true });
    expect(await exportAs(handout, 'md')).toMatchObject({ ok: false, code: 'policy_forbids' });
  });

  it('with one internal quotation leaves only as internal documents may', async () => {
    const handout = await quote(open, internal);

    const refused = await exportAs(handout, 'txt');
    expect(readdirSync(folder)).toEqual([]);
    const written = await exportAs(handout, 'docx');

    expect(refused).toMatchObject({ ok: false, code: 'policy_forbids' });
    expect(written).toMatchObject({ ok: true });
    expect(await value(program().listAllowedFormats({ kind: 'handout', id: handout.id }))).toEqual([
      'docx',
    ]);
  });

  it('is bound by the status that its facilitator typed over it', async () => {
    const handout = await quote(open);
    await value(program().saveHandout({ handout: { ...handout, statusLine: '内部资料' } }));

    expect(await exportAs(handout, 'txt')).toMatchObject({ ok: false, code: 'policy_forbids' });
  });
});

describe('what is quoted from a document that is no longer in the pack', () => {
  it('leaves only as any document may, since nobody knows its status', async () => {
    const handout = await quote(internal);
    const gone = documentIdSchema.parse('gone');
    const items = handout.items.map((item) =>
      item.kind === 'excerpt' ? { ...item, anchor: { ...item.anchor, documentId: gone } } : item,
    );
    await value(program().saveHandout({ handout: { ...handout, items } }));

    expect(await exportAs(handout, 'txt')).toMatchObject({ ok: false, code: 'policy_forbids' });
    expect(await exportAs(handout, 'docx')).toMatchObject({ ok: true });
  });
});

describe('annotations', () => {
  it('stay inside as soon as one stands on an internal document', async () => {
    const before = await program().exportAnnotations({ format: 'jsonld', ids: null });
    const place = { documentId: internal.document.id, start: 0, end: 2 };
    await value(
      program().createAnnotation({
        id: annotationIdSchema.parse(randomUUID()),
        target: { kind: 'passage', place, quote: '内部' },
        pigment: 'indigo',
        note: '',
        type: null,
      }),
    );
    const after = await program().exportAnnotations({ format: 'jsonld', ids: null });

    expect(before).toMatchObject({ ok: true });
    expect(after).toMatchObject({ ok: false, code: 'policy_forbids' });
  });
});

describe('paper', () => {
  it('is a way out too', async () => {
    await program().printPage({ documentId: open.document.id });
    const refused = await program().printPage({ documentId: internal.document.id });

    expect(printed).toBe(1);
    expect(refused).toMatchObject({ ok: false, code: 'policy_forbids' });
  });
});

describe('the language', () => {
  it('is the admin’s while there is a policy, and the reader’s own again without it', async () => {
    const settings = (await value(program().getAppState({}))).settings;
    const english = policyOf('/p', { version: 1, language: 'en' });
    const managed = program(english);

    expect((await value(managed.getAppState({}))).settings.language).toBe('en');
    await value(managed.saveSettings({ ...settings, language: 'en', textSize: 22 }));

    expect((await value(program().getAppState({}))).settings).toEqual({
      ...settings,
      textSize: 22,
    });
  });
});
