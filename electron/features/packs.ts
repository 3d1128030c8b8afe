// Packs as the window sees them: what is installed, what is handed in, what came of it.

import { join } from 'node:path';
import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { InstalledPack, packsChannels } from '../../shared/ipc/packs.ts';
import { trustOf } from '../../shared/packs/packTrust.ts';
import { getHead, readHead } from '../db/briefing/briefingHead.ts';
import type { Dialogs } from '../export/dialogs.ts';
import type { PackDesk } from '../packs/createPackDesk.ts';
import { readTrust, type ShelfDeps } from '../packs/shelfDeps.ts';
import type { FeatureDeps } from './featureDeps.ts';

export type PacksDeps = {
  readonly dialogs: Dialogs;
  readonly desk: PackDesk;
  readonly shelfDeps: ShelfDeps;
  /** The path of a pack the program was started with or handed; each is given once. */
  readonly takeOfferedPath: () => string | null;
};

export function createPacksHandlers(deps: FeatureDeps & PacksDeps): Handlers<typeof packsChannels> {
  const { desk, dialogs, shelfDeps } = deps;
  return {
    listPacks: () =>
      ok({
        packs: listPacks(deps),
        trustFolder: shelfDeps.trustFolder,
        ignoredKeys: [...readTrust(shelfDeps).ignored],
      }),
    choosePack: async () => {
      const path = await dialogs.askOpenFile({ label: 'Yandu', extensions: ['yandu'] });
      return ok(path === null ? null : desk.offer(path));
    },
    takeOfferedPack: () => {
      const path = deps.takeOfferedPath();
      return ok(path === null ? null : desk.offer(path));
    },
    installPack: () => desk.install(),
    cancelInstall: () => {
      desk.cancel();
      return ok(null);
    },
    getInstallProgress: () => ok(desk.progress()),
    takeInstallReport: () => ok(desk.takeReport()),
    openPack: ({ packId }) => desk.open(packId),
  };
}

function listPacks({ db, desk, shelfDeps }: FeatureDeps & PacksDeps): readonly InstalledPack[] {
  const { open, briefings } = desk.shelf();
  const { keys } = readTrust(shelfDeps);
  return briefings.flatMap(({ packId, file }): InstalledPack[] => {
    const isOpen = packId === open;
    const path = join(shelfDeps.dataFolder, file);
    const head = isOpen ? getHead(db) : readHead(path, shelfDeps.nativeBinding);
    if (head === null) return [];
    const { pack, origin, annotationCount } = head;
    const trust =
      origin === null
        ? ({ kind: 'unsigned' } as const)
        : trustOf(origin, keys, shelfDeps.now().slice(0, 10));
    const { sha256 = null, installedAt = null } = origin ?? {};
    return [{ ...pack, trust, sha256, installedAt, annotationCount, isOpen, file }];
  });
}
