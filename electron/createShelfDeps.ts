import { backupFolder, isLocalFolder } from './dataFolder.ts';
import { migrations } from './db/migrations/list.ts';
import { openBriefing } from './db/openBriefing.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { now } from './now.ts';
import type { ShelfDeps } from './packs/shelfDeps.ts';
import { machineTrustFolder } from './packs/trustedKeys.ts';
import type { Ground } from './prepareGround.ts';
import { findNativeBinding, shippedPack } from './programPaths.ts';

/** Which pack is the program's own, whose keys are trusted, and how a briefing is opened on this machine. */
export function createShelfDeps(options: LaunchOptions, { dataFolder, policy }: Ground): ShelfDeps {
  const nativeBinding = findNativeBinding();
  const isOwn = options.packPath === null && __SHIPPED_PACK_SHA256__ !== '';
  const path = options.packPath ?? shippedPack();
  const sha256 = isOwn ? __SHIPPED_PACK_SHA256__ : null;
  const useWal = isLocalFolder(dataFolder, process.platform, process.env);
  return {
    dataFolder,
    nativeBinding,
    now,
    policy,
    shipped: { path, sha256 },
    trustFolder: options.trustFolder ?? machineTrustFolder(process.platform, process.env),
    trustsFolder: options.trustFolder !== null,
    openFile: (briefingPath) =>
      openBriefing({
        packPath: path,
        expectedSha256: sha256,
        briefingPath,
        migrations,
        nativeBinding,
        useWal,
        backup: { folder: backupFolder(dataFolder), madeAt: now() },
      }),
  };
}
