import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { releaseFuses } from '../../../../build/release/verify/fuses.ts';
import { APP_ID } from '../../../../electron/programPaths.ts';

const project = resolve(import.meta.dirname, '../../../..');
const text = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
const schemaFile = join(project, 'node_modules', 'app-builder-lib', 'scheme.json');

const schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(schemaFile, 'utf8')));
const ajv = new Ajv({ strict: false, allErrors: true });
// The schema's own word for "a function"; a file holds none.
ajv.addKeyword({ keyword: 'typeof', validate: () => false });
const isValid = ajv.compile(schema);

const config = z
  .looseObject({
    appId: z.string(),
    electronFuses: z.record(z.string(), z.boolean()),
    electronLanguages: z.array(z.string()),
    publish: z.null(),
    asar: z.literal(true),
    disableAsarIntegrity: z.literal(false),
    nsis: z.looseObject({
      perMachine: z.literal(true),
      deleteAppDataOnUninstall: z.literal(false),
    }),
    msi: z.looseObject({ perMachine: z.literal(true) }),
    mac: z.looseObject({ hardenedRuntime: z.literal(true), notarize: z.literal(true) }),
    linux: z.looseObject({ executableArgs: z.array(z.string()).length(0) }),
  })
  .parse(parse(text));

describe('electron-builder.yml', () => {
  it('is what electron-builder’s own schema asks for', () => {
    expect(isValid(parse(text)), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each([
    ['a key that moved', 'win:', 'win:\n  sign: x'],
    ['a misspelt key', 'asar: true', 'asarr: true'],
    ['a target that is not one', 'target: nsis', 'target: nsiss: 1'],
    ['a fuse that is not one', 'runAsNode: false', 'runAsNod: false'],
  ])('would be refused with %s', (_, right, wrong) => {
    expect(text).toContain(right);
    const planted = text.replace(right, wrong);

    expect(isReadable(planted) && isValid(parse(planted))).toBe(false);
  });

  it('sets each fuse as a release must have it, and names all that it can set', () => {
    const { wasmTrapHandlers, ...settable } = releaseFuses;

    expect(wasmTrapHandlers).toBe('on');
    expect(config.electronFuses).toEqual(
      Object.fromEntries(Object.entries(settable).map(([name, state]) => [name, state === 'on'])),
    );
  });

  it('gives installers the name that the program itself has on Windows', () => {
    expect(config.appId).toBe(APP_ID);
  });

  it('brings the interface’s two languages and no others', () => {
    expect(config.electronLanguages.toSorted()).toEqual(['en-US', 'zh-CN']);
  });
});

function isReadable(yaml: string): boolean {
  try {
    parse(yaml);
    return true;
  } catch {
    return false;
  }
}
