// What the handout command says to arguments that cannot be followed: a sentence, never a code alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Handout } from '../../shared/domain/handout.ts';
import { writeCommandBriefing } from '../support/commandBriefing.ts';
import { makeHandout } from '../support/handoutExample.ts';

const folder = mkdtempSync(join(tmpdir(), 'yandu-command-'));
const briefing = join(folder, 'briefing.yandu');
const handout: Handout = makeHandout([]);

beforeAll(() => {
  writeCommandBriefing(folder, handout);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: readonly string[]) {
  const program = ['electron/export/handoutCommand.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('lists what there is and writes it under the name it is given', () => {
  const out = join(folder, 'a, b.md');
  const list = run(briefing, '--list');
  const written = run(briefing, '--id', handout.id, '--format', 'md', '--out', out);

  expect(list).toMatchObject({ status: 0, stderr: '' });
  expect(list.stdout).toContain(`${handout.id}\t`);
  expect(written).toEqual({
    status: 0,
    stdout: `${out}\nquotations: 0 of 0 equal\n`,
    stderr: '',
  });
  expect(existsSync(out)).toBe(true);
});

it.each([
  ['an id that is none', ['--id', '12', '--format', 'md', '--out', 'x.md'], '--id'],
  ['a format that is none', ['--id', handout.id, '--format', 'rtf', '--out', 'x.rtf'], '--format'],
  ['no place to write to', ['--id', handout.id, '--format', 'md'], '--out'],
  [
    'a copy that is none',
    ['--id', handout.id, '--format', 'md', '--out', 'x.md', '--copy', 'mine'],
    '--copy',
  ],
])('names %s and shows the usage', (_, args, name) => {
  const { status, stderr } = run(briefing, ...args);

  expect(status).toBe(2);
  expect(stderr).toMatch(
    new RegExp(`^Missing or not to be understood: ${name}\\.\nusage: npm run -s handout`, 'u'),
  );
});

it('says that there is no such briefing, no such handout, or no way to write there', () => {
  const other = '00000000-0000-4000-8000-000000000099';
  const nowhere = join(folder, 'nowhere', 'x.md');

  expect(run(join(folder, 'none.yandu'), '--list')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no briefing at') as string,
  });
  expect(run(briefing, '--id', other, '--format', 'md', '--out', nowhere)).toMatchObject({
    status: 1,
    stderr: `There is no handout ${other}; see --list.\n`,
  });
  expect(run(briefing, '--id', handout.id, '--format', 'md', '--out', nowhere)).toMatchObject({
    status: 1,
    stderr: 'x.md was not exported and no partial file was left. Try another place.\n',
  });
});
