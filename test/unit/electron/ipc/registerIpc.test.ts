import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerIpc } from '../../../../electron/ipc/registerIpc.ts';
import { failure, ok, type Result } from '../../../../shared/domain/result.ts';

type Listener = (event: 'page' | 'stranger', input: unknown) => Promise<Result<unknown>>;

const contract = { double: { input: z.strictObject({ value: z.int() }) } };

function open(double: (input: { value: number }) => Result<number>, makeRoom = () => false) {
  const listeners = new Map<string, Listener>();
  const reports: string[] = [];
  registerIpc<'page' | 'stranger'>({
    handle: (channel, listener) => {
      listeners.set(channel, listener);
    },
    contract,
    handlers: { double },
    isTrusted: (event) => event === 'page',
    report: (channel, fault) => {
      reports.push('code' in fault ? `${channel}: ${fault.code}` : channel);
    },
    makeRoom,
  });
  const listener = listeners.get('double');
  if (!listener) throw new Error('not registered');
  return { listener, reports };
}

describe('registerIpc', () => {
  it('answers our own page', async () => {
    const { listener } = open(({ value }) => ok(value * 2));

    expect(await listener('page', { value: 21 })).toEqual({ ok: true, value: 42 });
  });

  it('refuses a stranger before it looks at what was sent', async () => {
    const { listener } = open(() => {
      throw new Error('must not be called');
    });

    expect(await listener('stranger', 'anything')).toMatchObject({ code: 'sender_untrusted' });
  });

  it.each([[undefined], [null], ['x'], [{ value: 1.5 }], [{ value: 1, more: true }], [{}]])(
    'refuses %j, which the channel does not take',
    async (input) => {
      const { listener, reports } = open(({ value }) => ok(value));

      expect(await listener('page', input)).toMatchObject({ code: 'input_invalid' });
      expect(reports).toEqual([]);
    },
  );

  it('answers with a failure where the window has no handler', async () => {
    const answers: Promise<Result<unknown>>[] = [];
    registerIpc<'page'>({
      handle: (_channel, listener) => {
        answers.push(listener('page', { value: 1 }));
      },
      contract,
      handlers: {},
      isTrusted: () => true,
      report: () => undefined,
      makeRoom: () => false,
    });

    expect(await Promise.all(answers)).toMatchObject([{ ok: false, code: 'input_invalid' }]);
  });

  it('reports a failure that was expected by its code', async () => {
    const { listener, reports } = open(() => failure('disk_full'));

    await listener('page', { value: 1 });

    expect(reports).toEqual(['double: disk_full']);
  });

  it('turns a bug into a failure and reports it', async () => {
    const { listener, reports } = open(() => {
      throw new TypeError('bug');
    });

    expect(await listener('page', { value: 1 })).toMatchObject({ ok: false, code: 'unexpected' });
    expect(reports).toEqual(['double']);
  });

  it('calls a full disk by its name', async () => {
    const { listener } = open(() => {
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    });

    expect(await listener('page', { value: 1 })).toMatchObject({ code: 'disk_full' });
  });

  it('says that the file is damaged when SQLite finds it so', async () => {
    const { listener } = open(() => {
      throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_INDEX' });
    });

    expect(await listener('page', { value: 1 })).toMatchObject({ code: 'briefing_torn' });
  });

  it('says that the disk fails where SQLite can write no more, as when a stick was pulled out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yandu-pulled-'));
    const path = join(folder, 'briefing.yandu');
    const db = new Database(path);
    db.exec('CREATE TABLE note (body TEXT) STRICT');
    rmSync(path);
    const { listener } = open(() => {
      db.exec("INSERT INTO note VALUES ('x')");
      return ok(1);
    });

    expect(await listener('page', { value: 1 })).toMatchObject({ code: 'disk_failed' });
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('does it once more when a full disk was given room', async () => {
    let isFull = true;
    const { listener, reports } = open(
      ({ value }) => {
        if (isFull) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
        return ok(value);
      },
      () => {
        isFull = false;
        return true;
      },
    );

    expect(await listener('page', { value: 1 })).toEqual({ ok: true, value: 1 });
    expect(reports).toEqual([]);
  });

  it('refuses to open a channel that is not in the contract', () => {
    expect(() => {
      registerIpc({
        handle: () => undefined,
        contract,
        handlers: { other: () => ok(null) },
        isTrusted: () => true,
        report: () => undefined,
        makeRoom: () => false,
      });
    }).toThrow('no such channel');
  });
});
