// better-sqlite3 for a runtime that knows Node-API 9 only (the substitute Electron).
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectPaths.ts';
import { readProgram } from './runProgram.ts';
import { StepFailure, say } from './stepFailure.ts';
import { ensureSystemPackages } from './systemPackages.ts';

const modules = join(projectFolder, 'node_modules');
const sqlitePackage = join(modules, 'better-sqlite3');
const shim = join(import.meta.dirname, 'nodeApi9.h');

/**
 * Compiles better-sqlite3 from its own package against Node-API 9 and answers the binary's path.
 * Kept in the cache under the hash of everything that goes into it; takes about a minute once.
 */
export async function ensureSqliteForNodeApi9(): Promise<string> {
  const binary = join(cacheFolder(), `better-sqlite3-${await hashOfInputs()}.node`);
  if (existsSync(binary)) return binary;

  await ensureSystemPackages(['compiler']);
  say('Compiling better-sqlite3 for the substitute Electron (about a minute, once)');
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'compiling-'));
  try {
    await compile(work);
    await rename(join(work, 'better_sqlite3.node'), binary);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return binary;
}

async function compile(work: string): Promise<void> {
  const sqlite = join(sqlitePackage, 'deps', 'sqlite3');
  const optimised = ['-O2', '-fPIC', '-DNDEBUG', '-c'];
  const compileC = [
    ...['-std=c99', '-w', ...optimised, ...(await sqliteDefines())],
    ...[join(sqlite, 'sqlite3.c'), '-o', join(work, 'sqlite3.o')],
  ];
  const compileCpp = [
    ...['-std=c++20', '-w', '-fvisibility=hidden', '-fvisibility-inlines-hidden', ...optimised],
    ...['-UNAPI_VERSION', '-DNAPI_VERSION=9', '-include', shim],
    ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
    ...['-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
    ...['-I', sqlite, '-I', join(modules, 'node-api-headers', 'include')],
    ...['-I', join(modules, 'node-addon-api')],
    ...[join(sqlitePackage, 'src', 'better_sqlite3.cpp'), '-o', join(work, 'addon.o')],
  ];
  const link = [
    ...['-shared', '-Wl,-Bsymbolic', '-static-libstdc++', '-static-libgcc'],
    ...[join(work, 'addon.o'), join(work, 'sqlite3.o'), '-ldl', '-lpthread'],
    ...['-o', join(work, 'better_sqlite3.node')],
  ];
  const sources = [() => mustRun('gcc', compileC), () => mustRun('g++', compileCpp)];
  if (availableParallelism() > 1) await Promise.all(sources.map((source) => source()));
  else for (const source of sources) await source();
  await mustRun('g++', link);
}

// The list in defines.gypi: quoted words between the brackets of 'defines'.
async function sqliteDefines(): Promise<readonly string[]> {
  const list = await readFile(join(sqlitePackage, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...list.matchAll(/^ {4}'([^']+)',$/gm)].map(([, define]) => `-D${define ?? ''}`);
  if (defines.length === 0) throw new Error('defines.gypi holds no defines');
  return defines;
}

async function hashOfInputs(): Promise<string> {
  const manifest = await readFile(join(sqlitePackage, 'package.json'));
  const hash = createHash('sha256').update(manifest);
  hash.update(await readFile(shim)).update(await readFile(import.meta.filename));
  return hash.digest('hex').slice(0, 16);
}

async function mustRun(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await readProgram(command, args);
  if (exitCode === 0) return;
  throw new StepFailure(
    `${command} could not compile better-sqlite3.\n${output.slice(0, 4000)}`,
    'install gcc and g++, or let ELECTRON_OVERRIDE_DIST_PATH name an Electron of version 36 or later.',
  );
}
