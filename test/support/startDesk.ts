import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { createPackDesk, type PackDesk } from '../../electron/packs/createPackDesk.ts';
import { openShelf } from '../../electron/packs/openShelf.ts';
import type { ShelfDeps } from '../../electron/packs/shelfDeps.ts';
import { startNodeCheck } from '../../electron/packs/startNodeCheck.ts';
import { isoTimeSchema } from '../../shared/domain/ids.ts';
import type { InstallReport } from '../../shared/packs/installReport.ts';
import { noPolicy, type Policy } from '../../shared/policy/policy.ts';

export type DeskOptions = {
  readonly dataFolder: string;
  /** The pack that the program carries. */
  readonly shipped: string;
  readonly trustFolder: string;
  readonly policy?: Partial<Policy>;
  readonly startCheck?: typeof startNodeCheck;
  /** Told at every progress of a check. */
  readonly onProgress?: (desk: PackDesk) => void;
  /** Told of bugs that the start survives; without it they are thrown. */
  readonly reportBug?: (error: unknown) => void;
};

function throwOn(error: unknown): never {
  throw error;
}

export type RunningDesk = {
  readonly desk: PackDesk;
  readonly deps: ShelfDeps;
  /** The briefing that a window would show. */
  readonly db: () => BriefingDb;
  /** Hands a pack in and waits for what comes of it. */
  readonly install: (path: string) => Promise<InstallReport>;
  readonly close: () => void;
};

function shelfDepsOf(options: DeskOptions): ShelfDeps {
  const { dataFolder, shipped, trustFolder, policy } = options;
  return {
    dataFolder,
    nativeBinding: null,
    now: () => isoTimeSchema.parse('2026-11-21T06:00:00.000Z'),
    openFile: (briefingPath) =>
      openBriefing({
        packPath: shipped,
        expectedSha256: null,
        briefingPath,
        migrations,
        nativeBinding: null,
        useWal: true,
        backup: null,
      }),
    shipped: { path: shipped, sha256: null },
    trustFolder,
    trustsFolder: true,
    policy: { ...noPolicy, ...policy },
  };
}

/** What the program does between its start and its window, without a window. Throws when it cannot start. */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const deps = shelfDepsOf(options);
  const opened = await openShelf(deps, options.reportBug ?? throwOn);
  if (!opened.ok) throw new Error(opened.code);
  let { db } = opened.value;
  const desk = createPackDesk({
    deps,
    opened: opened.value,
    startCheck: options.startCheck ?? startNodeCheck,
    onProgress: () => options.onProgress?.(desk),
    show: (next) => {
      db.close();
      db = next;
    },
  });
  return {
    desk,
    deps,
    db: () => db,
    install: async (path) => {
      desk.offer(path);
      const report = await desk.install();
      if (!report.ok) throw new Error(report.code);
      return report.value;
    },
    close: () => {
      db.close();
    },
  };
}
