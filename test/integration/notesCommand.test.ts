// npm run notes as a user runs it: real briefings, real exit codes.

import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { annotationIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { fillTestPack } from '../support/testBriefing.ts';

const plan = makeDocument({
  id: 'plan',
  title: '规划纲要',
  segments: [{ kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' }],
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-notes-'));
  const pack = new Database(join(folder, 'pack.yandu'));
  fillTestPack(pack, [plan]);
  pack.close();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);

function notes(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/export/notesCommand.ts', ...options],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** The briefing of a reader, as their program would have it open. */
function open(name: string): BriefingDb {
  const opened = openBriefing({
    packPath: at('pack.yandu'),
    expectedSha256: null,
    briefingPath: at(name),
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: null,
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

async function makeMarked(name: string, quote: string): Promise<void> {
  const db = open(name);
  const start = plan.text.indexOf(quote);
  const made = await createAnnotatingHandlers({
    db,
    now: () => isoTimeSchema.parse('2026-11-20T08:00:00.000Z'),
    newId: randomUUID,
  }).createAnnotation({
    id: annotationIdSchema.parse(randomUUID()),
    target: {
      kind: 'passage',
      place: { documentId: plan.document.id, start, end: start + quote.length },
      quote,
    },
    pigment: 'indigo',
    note: '讨论',
    type: null,
  });
  db.close();
  expect(made.ok).toBe(true);
}

describe('npm run notes', () => {
  it('carries annotations from one briefing to another, and the same file comes out again', async () => {
    await makeMarked('anna.yandu', '探路者');
    open('bo.yandu').close();

    const sent = notes(at('anna.yandu'), '--export', at('anna.jsonld'));
    const first = notes(at('bo.yandu'), '--import', at('anna.jsonld'));
    const second = notes(at('bo.yandu'), '--import', at('anna.jsonld'));
    notes(at('bo.yandu'), '--export', at('bo.jsonld'));

    expect(sent).toMatchObject({ status: 0, stderr: '' });
    expect(sent.stdout).toContain('annotations: 1\n');
    expect(first.stdout).toBe('added: 1, changed: 0, removed: 0, unchanged: 0\n');
    expect(second.stdout).toBe('added: 0, changed: 0, removed: 0, unchanged: 1\n');
    expect(readFileSync(at('bo.jsonld'), 'utf8')).toBe(readFileSync(at('anna.jsonld'), 'utf8'));
  });

  it('writes Markdown for reading', async () => {
    await makeMarked('anna.yandu', '探路者');

    expect(notes(at('anna.yandu'), '--export', at('anna.md')).status).toBe(0);

    expect(readFileSync(at('anna.md'), 'utf8')).toContain('> 探路者\n>\n> —— 《规划纲要》第1段');
  });

  it('says so and writes nothing while the program has the briefing open', async () => {
    await makeMarked('anna.yandu', '探路者');
    const db = open('anna.yandu');

    const refused = notes(at('anna.yandu'), '--export', at('anna.jsonld'));
    db.close();

    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/in use by another Yandu/);
    expect(existsSync(at('anna.jsonld'))).toBe(false);
  });

  it('never turns a pack into a briefing', () => {
    const before = readFileSync(at('pack.yandu'));

    const refused = notes(at('pack.yandu'), '--export', at('a.jsonld'));

    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/is not a briefing/);
    expect(readFileSync(at('pack.yandu')).equals(before)).toBe(true);
  });

  it('refuses a file that holds no annotations, and one about another pack', async () => {
    await makeMarked('anna.yandu', '探路者');
    notes(at('anna.yandu'), '--export', at('anna.jsonld'));
    const text = readFileSync(at('anna.jsonld'), 'utf8');
    writeFileSync(
      at('other.jsonld'),
      text.replaceAll('"test"', '"other"').replaceAll(':test', ':other'),
    );
    writeFileSync(at('broken.jsonld'), text.slice(0, -20));

    expect(notes(at('anna.yandu'), '--import', at('broken.jsonld'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not a file of annotations') as unknown,
    });
    expect(notes(at('anna.yandu'), '--import', at('other.jsonld'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another content pack') as unknown,
    });
  });

  it('explains itself when it is asked for anything else', () => {
    for (const options of [['x'], ['x', '--export', 'a.docx']]) {
      expect(notes(...options)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('usage:') as unknown,
      });
    }
  });
});
