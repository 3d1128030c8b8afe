// The fuses of an Electron program: bytes behind a known text in its binary. Read here without any
// library, so that a release can be checked on a machine that has Node alone.
import { open } from 'node:fs/promises';

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const chunkSize = 4 * 1024 * 1024;

export type FuseState = 'on' | 'off' | 'removed';
/** By the name that electron-builder.yml uses, in the order of the wire. */
export type FuseTable = Readonly<Record<string, FuseState>>;

/** The order of fuse wire version 1. A fuse that is not named here was never looked at. */
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const;

/** What a release has, all nine. The ninth is on by default and not set by electron-builder; a program without it has another Electron than a release. */
export const releaseFuses: FuseTable = {
  runAsNode: 'off',
  enableCookieEncryption: 'off',
  enableNodeOptionsEnvironmentVariable: 'off',
  enableNodeCliInspectArguments: 'off',
  enableEmbeddedAsarIntegrityValidation: 'on',
  onlyLoadAppFromAsar: 'on',
  loadBrowserProcessSpecificV8Snapshot: 'off',
  grantFileProtocolExtraPrivileges: 'off',
  wasmTrapHandlers: 'on',
};

/** Reads every fuse wire of a binary (a universal macOS program has two). Throws where there is none. */
export async function readFuses(program: string): Promise<readonly FuseTable[]> {
  const wires = (await findWires(program)).map(readWire);
  if (wires.length === 0) throw new Error(`${program} has no fuses; it is no Electron program.`);
  return wires;
}

/** How a program's fuses differ from a release's, a sentence each. */
export function compareFuses(fuses: FuseTable): readonly string[] {
  const names = new Set([...Object.keys(fuses), ...Object.keys(releaseFuses)]);
  return [...names].flatMap((name) => {
    const wanted = releaseFuses[name];
    const state = fuses[name];
    if (state === wanted) return [];
    return [`fuse ${name} is ${state ?? 'missing'} and should be ${wanted ?? 'unknown'}`];
  });
}

/** True for the program that lets a debugger in: the one byte by which a test build differs. */
export function isTestFuses(fuses: FuseTable): boolean {
  return fuses['enableNodeCliInspectArguments'] === 'on';
}

async function findWires(program: string): Promise<readonly Buffer[]> {
  const file = await open(program, 'r');
  try {
    const wires: Buffer[] = [];
    const { size } = await file.stat();
    // Neighbouring chunks overlap by what a wire takes, so that none is cut.
    const overlap = sentinel.length + 2 + 255;
    for (let start = 0; start < size; start += chunkSize) {
      const chunk = Buffer.alloc(chunkSize + overlap);
      const { bytesRead } = await file.read(chunk, 0, chunk.length, start);
      const read = chunk.subarray(0, bytesRead);
      let at = read.indexOf(sentinel);
      while (at !== -1 && at < chunkSize) {
        wires.push(Buffer.from(read.subarray(at + sentinel.length)));
        at = read.indexOf(sentinel, at + 1);
      }
    }
    return wires;
  } finally {
    await file.close();
  }
}

function readWire(bytes: Buffer): FuseTable {
  const [version, length] = bytes;
  if (version !== 1 || length === undefined)
    throw new Error('the fuse wire is of an unknown kind.');
  const states = [...bytes.subarray(2, 2 + length)];
  return Object.fromEntries(
    states.map((state, index) => [fuseNames[index] ?? `number ${index + 1}`, readState(state)]),
  );
}

function readState(byte: number): FuseState {
  switch (String.fromCharCode(byte)) {
    case '1':
      return 'on';
    case '0':
      return 'off';
    case 'r':
      return 'removed';
    default:
      throw new Error(`the fuse wire holds ${byte}, which is no state.`);
  }
}
