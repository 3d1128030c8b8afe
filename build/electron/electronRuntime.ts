/** An Electron that can be run on this machine, and where it came from. */
export type ElectronRuntime = {
  readonly source: 'override' | 'official' | 'substitute';
  readonly folder: string;
  readonly executable: string;
  /** For example `45.4.1`. */
  readonly version: string;
};

/** Node-API 10, which better-sqlite3's ready-made binaries need, came with Electron 36. */
export function hasNodeApi10(runtime: ElectronRuntime): boolean {
  return Number.parseInt(runtime.version, 10) >= 36;
}
