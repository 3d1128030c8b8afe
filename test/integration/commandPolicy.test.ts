// What an admin forbids the window is forbidden to the commands of the terminal too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Handout } from '../../shared/domain/handout.ts';
import { writeCommandBriefing } from '../support/commandBriefing.ts';
import { makeHandout } from '../support/handoutExample.ts';

let folder = '';
let handout: Handout;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-command-policy-'));
  handout = { ...makeHandout([]), statusLine: '内部资料' };
  writeCommandBriefing(folder, handout);
  const exportFormats = { 内部资料: ['docx'], '*': ['docx', 'jsonld'] };
  writeFileSync(at('policy.json'), JSON.stringify({ version: 1, exportFormats }));
  writeFileSync(at('broken.json'), JSON.stringify({ version: 1, exportFormats: 'all' }));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(command: string, ...options: readonly string[]) {
  const program = [`electron/export/${command}.ts`, at('briefing.yandu'), ...options];
  const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return { status, stderr };
}

function exportHandout(format: string, policy: string) {
  const out = ['--format', format, '--out', at(`out.${format}`)];
  return run('handoutCommand', '--id', handout.id, ...out, '--policy', at(policy));
}

it('lets a handout out in the formats of its status, and in no other, a PDF neither', () => {
  const refused = ['md', 'pdf'].map((format) => exportHandout(format, 'policy.json'));
  const written = exportHandout('docx', 'policy.json');

  for (const { status, stderr } of refused) {
    expect(status).toBe(1);
    expect(stderr).toContain('Your administrator does not allow this');
  }
  expect(written).toEqual({ status: 0, stderr: '' });
  expect(['md', 'pdf', 'docx'].filter((format) => existsSync(at(`out.${format}`)))).toEqual([
    'docx',
  ]);
});

it('lets notes out in the formats that are allowed', () => {
  const refused = run('notesCommand', '--export', at('n.md'), '--policy', at('policy.json'));
  const written = run('notesCommand', '--export', at('n.jsonld'), '--policy', at('policy.json'));

  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Your administrator does not allow this');
  expect(written).toEqual({ status: 0, stderr: '' });
  expect(existsSync(at('n.md'))).toBe(false);
});

it('lets nothing out under a policy that is broken, and says what is wrong with it', () => {
  const refusals = [
    exportHandout('docx', 'broken.json'),
    run('notesCommand', '--export', at('n.jsonld'), '--policy', at('broken.json')),
  ];

  for (const { status, stderr } of refusals) {
    expect(status).toBe(1);
    expect(stderr).toContain('exportFormats');
    expect(stderr).toContain('Your administrator does not allow this');
  }
  expect(existsSync(at('out.docx')) || existsSync(at('n.jsonld'))).toBe(false);
});
