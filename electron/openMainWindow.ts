import { app, powerMonitor, utilityProcess, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startChores } from './chores/startChore.ts';
import { composeHandlers } from './composeHandlers.ts';
import { createDiskGuard } from './createDiskGuard.ts';
import { createShelfDeps } from './createShelfDeps.ts';
import { migrations } from './db/migrations/list.ts';
import { findSetting, putSetting } from './db/briefing/setting.ts';
import { createDialogs } from './export/dialogs.ts';
import { createHandoutPrinter } from './export/handoutPrinter.ts';
import { loadSettings, type WindowDeps } from './features/app.ts';
import type { Incoming } from './incoming.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { listen } from './listen.ts';
import type { Log } from './log/createLog.ts';
import { now } from './now.ts';
import { createPackDesk } from './packs/createPackDesk.ts';
import { readPackTrust } from './packs/readPackTrust.ts';
import type { OpenedBriefing } from './packs/shelfDeps.ts';
import { startUtilityCheck } from './packs/startUtilityCheck.ts';
import type { Ground } from './prepareGround.ts';
import { assetsFolder, codeFolder } from './programPaths.ts';
import { readVersions } from './readProgramFacts.ts';
import { receiveWhileOpen } from './receiveWhileOpen.ts';
import { sitDown } from './sitDown.ts';
import type { FaultWatch } from './watchFaults.ts';
import { askBeforeClosing, createWindow, keepBounds, storeBeforeStopping, tell } from './window.ts';
import { dressWindow } from './windowTheme.ts';

const WINDOW_KEY = 'window';
/** So long nobody has touched the machine when it may be given other work. */
const IDLE_SECONDS = 120;

type MainWindowArgs = {
  readonly opened: OpenedBriefing;
  readonly options: LaunchOptions;
  readonly ground: Ground;
  readonly incoming: Incoming;
  readonly log: Log;
  readonly faults: FaultWatch;
};

/** The window of an open briefing, with all that serves it; another briefing may take its place in it. */
export function openMainWindow(args: MainWindowArgs): void {
  const { opened, options, ground, incoming, log, faults } = args;
  const { policy, dataFolder } = ground;
  const sit = {
    ground,
    log,
    doChore: startChores(utilityProcess, join(codeFolder, 'choreChild.cjs')),
    isIdle: () => powerMonitor.getSystemIdleTime() >= IDLE_SECONDS,
    onDamage: () => {
      tell(window, 'disk');
    },
  };
  let sitting = sitDown(opened.db, sit);
  app.on('quit', () => {
    sitting.end();
    log({ event: 'ended' });
  });
  const window = createWindow({
    codeFolder,
    storedState: findSetting(sitting.db, WINDOW_KEY),
    theme: loadSettings(sitting.db, policy).theme,
  });
  faults.listen(() => {
    tell(window, 'fault');
  });
  const asked = answersOf(window, incoming);
  keepBounds(window, (state) => {
    putSetting(sitting.db, WINDOW_KEY, state);
  });
  storeBeforeStopping(window);
  const dialogs = createDialogs(() => window, options.exportFolder);
  const deps = createShelfDeps(options, ground);
  const desk = createPackDesk({
    deps,
    opened,
    startCheck: (request) =>
      startUtilityCheck(utilityProcess, join(codeFolder, 'checkPackChild.cjs'), request),
    onProgress: () => {
      tell(window, 'progress');
    },
    show: (next) => {
      sitting.end();
      sitting = sitDown(next, sit);
      serve();
      if (window.isDestroyed()) return;
      dressWindow(window, loadSettings(sitting.db, policy).theme);
      window.webContents.reload();
    },
  });
  const disk = createDiskGuard(dataFolder, () => {
    tell(window, 'disk');
  });
  app.on('will-quit', disk.stop);

  const serve = (): void => {
    const { db, backups, checks } = sitting;
    const handlers = composeHandlers({
      db,
      policy,
      backups,
      checks,
      migrations,
      nativeBinding: deps.nativeBinding,
      isDiskFull: disk.isFull,
      now,
      newId: randomUUID,
      desk,
      shelfDeps: deps,
      takeOfferedPath: incoming.takePackFile,
      readPackTrust: () => readPackTrust(db, deps),
      versions: readVersions(app),
      dataFolder,
      dialogs,
      printer: createHandoutPrinter(window, assetsFolder),
      window: asked,
    });
    listen(window, log, handlers, disk.makeRoom);
  };
  serve();
  receiveWhileOpen(app, window, incoming);
}

function answersOf(window: BrowserWindow, { takeLink }: Incoming): WindowDeps {
  return {
    finishClosing: askBeforeClosing(window),
    takeLink,
    reload: () => {
      window.webContents.reload();
    },
    toggleFullScreen: () => {
      window.setFullScreen(!window.isFullScreen());
    },
    dress: (theme) => {
      dressWindow(window, theme);
    },
    print: () => printPage(window),
  };
}

/** Resolves when the system's dialog is done with, printed or not. */
function printPage(window: BrowserWindow): Promise<void> {
  // What the window shows before its page would be printed into the margins of the paper.
  const ground = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, () => {
      if (!window.isDestroyed()) window.setBackgroundColor(ground);
      resolve();
    });
  });
}
