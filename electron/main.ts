// The composition root: command line, one instance, data folder, briefing, features, window.

import { app, type BrowserWindow, Menu, session, utilityProcess } from 'electron';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isoTimeSchema, type IsoTime } from '../shared/domain/ids.ts';
import { assertNever, ok, type Failure } from '../shared/domain/result.ts';
import { declareAppScheme, serveApp } from './appProtocol.ts';
import { usage } from './commands/command.ts';
import type { ProgramFacts } from './commands/programFacts.ts';
import { runCommand } from './commands/runCommand.ts';
import { complain } from './commands/terminal.ts';
import { composeHandlers } from './composeHandlers.ts';
import { isLocalFolder } from './dataFolder.ts';
import { createDiskGuard } from './createDiskGuard.ts';
import { debuggerAttached } from './debuggerAttached.ts';
import type { BriefingDb } from './db/briefingDb.ts';
import { migrations } from './db/migrations/list.ts';
import { createBackups, type Backups } from './db/createBackups.ts';
import { openBriefing } from './db/openBriefing.ts';
import { purgeExpired } from './db/purgeExpired.ts';
import { createDialogs } from './export/dialogs.ts';
import { printAndEnd } from './export/printAndEnd.ts';
import { createHandoutPrinter } from './export/handoutPrinter.ts';
import { findSetting, putSetting } from './db/setting.ts';
import { loadSettings } from './features/app.ts';
import { createRescuingHandlers } from './features/rescuing.ts';
import { createIncoming, type Handed, type Incoming } from './incoming.ts';
import {
  packFilePath,
  readArguments,
  REFUSED_EXIT_CODE,
  type LaunchOptions,
} from './launchOptions.ts';
import { listen } from './listen.ts';
import { lockDownProcess } from './lockDown.ts';
import type { Log } from './log/createLog.ts';
import { startLog } from './log/startLog.ts';
import { damagedBriefing } from './packs/damagedBriefing.ts';
import { createPackDesk } from './packs/createPackDesk.ts';
import { openShelf } from './packs/openShelf.ts';
import { readPackTrust } from './packs/readPackTrust.ts';
import type { OpenedBriefing, ShelfDeps } from './packs/shelfDeps.ts';
import { startUtilityCheck } from './packs/startUtilityCheck.ts';
import { machineTrustFolder } from './packs/trustedKeys.ts';
import { prepareGround, type Ground, type Machine } from './prepareGround.ts';
import { startFailureHandlers } from './startFailure.ts';
import { startUpkeep } from './startUpkeep.ts';
import { askBeforeClosing, createWindow, storeBeforeStopping } from './window.ts';

const codeFolder = import.meta.dirname;
const assetsFolder = join(codeFolder, 'renderer', 'assets');
const DEBUGGER_SWITCH = 'remote-debugging-port';
const WINDOW_KEY = 'window';
/** Ground colours of the window until the page paints; as in tokens.css. */
const PAPER = '#faf7f0';
const NIGHT = '#1f1c18';

const request = readArguments(ownArguments(), __BUILD_KIND__);
switch (request.kind) {
  case 'refused':
    complain(`研读不接受参数 ${request.argument}。Yandu does not accept this argument.`);
    complain(usage);
    process.exit(REFUSED_EXIT_CODE);
  case 'command':
    process.exit(runCommand(request.command, request.options, programFacts(request.options), now));
  case 'start':
    launch(request.options);
    break;
  default:
    assertNever(request);
}

function programFacts({ packPath }: LaunchOptions): ProgramFacts {
  return {
    machine: thisMachine(),
    version: app.getVersion(),
    electronShipped: __ELECTRON_SHIPPED__,
    packPath: packPath ?? shippedPack(),
    packSha256: packPath === null ? __SHIPPED_PACK_SHA256__ : '',
    nativeBinding: findNativeBinding(),
    ownArguments: process.defaultApp ? process.argv.slice(1, 2) : [],
  };
}

function launch(options: LaunchOptions): void {
  const ground = prepareGround(options, thisMachine());
  // Electron itself writes there, even to say that one cannot.
  app.setPath(
    'userData',
    ground.ok ? ground.value.dataFolder : join(app.getPath('temp'), 'yandu-no-data'),
  );
  lockDownProcess(app);
  declareAppScheme();
  // Tests must not change what this computer opens addresses with.
  if (__BUILD_KIND__ === 'release') app.setAsDefaultProtocolClient('yandu');

  // Two programs on one briefing: the second hands over what it was asked to open and goes.
  const { link, packFile } = options;
  const path = packFile === null ? null : packFilePath(packFile, process.cwd());
  const asked: Handed = { link, packFile: path };
  if (ground.ok && !app.requestSingleInstanceLock(asked)) {
    app.exit(0);
    return;
  }
  const log = ground.ok ? startLog(app, ground.value, now) : () => undefined;
  const incoming = createIncoming(asked);
  // macOS hands files over before the program is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    incoming.receive({ packFile: file });
  });
  const isDebugged = __BUILD_KIND__ === 'test' && app.commandLine.hasSwitch(DEBUGGER_SWITCH);
  void Promise.all([app.whenReady(), isDebugged ? debuggerAttached() : null]).then(async () => {
    Menu.setApplicationMenu(null);
    serveApp(session.defaultSession, join(codeFolder, 'renderer'));
    const opened = ground.ok ? await openShelf(shelfDeps(options, ground.value)) : ground;
    let isOpen = opened.ok;
    if (ground.ok && opened.ok)
      start({ opened: opened.value, options, ground: ground.value, incoming, log });
    else if (!opened.ok) {
      openFailureWindow({
        reason: opened,
        ground: ground.ok ? ground.value : null,
        options,
        incoming,
        log,
        openedAfterAll: () => {
          isOpen = true;
        },
      });
    }
    app.on('window-all-closed', () => {
      if (isOpen) app.quit();
      else app.exit(1);
    });
  });
}

function thisMachine(): Machine {
  const { homedir, username } = userInfo();
  return {
    platform: process.platform,
    env: process.env,
    account: { home: homedir, user: username },
    executable: process.execPath,
    userData: join(app.getPath('appData'), 'Yandu'),
  };
}

type StartArgs = {
  readonly opened: OpenedBriefing;
  readonly options: LaunchOptions;
  readonly ground: Ground;
  readonly incoming: Incoming;
  readonly log: Log;
};

function start(args: StartArgs): void {
  const { db } = args.opened;
  args.log({ event: 'opened' });
  if (args.options.printHandout === null) {
    openMainWindow(args);
    return;
  }
  app.on('quit', () => {
    db.close();
    args.log({ event: 'ended' });
  });
  void printAndEnd(db, args.options.printHandout, assetsFolder);
}

/** The briefing that is open, with what is done for it while it is. */
type Sitting = { readonly db: BriefingDb; readonly backups: Backups; readonly end: () => void };

function sitDown(db: BriefingDb, { dataFolder, policy }: Ground, log: Log): Sitting {
  const backups = createBackups({
    db,
    folders: [
      backupFolder(dataFolder),
      ...(policy.backupFolder === null ? [] : [policy.backupFolder]),
    ],
    nativeBinding: findNativeBinding(),
    now,
  });
  const stopUpkeep = startUpkeep({
    now,
    backUp: backups.backUp,
    purge: () => {
      purgeExpired(db, now());
    },
    report: ({ code }) => {
      log({ event: 'backup_failed', code });
    },
  });
  return {
    db,
    backups,
    end: () => {
      stopUpkeep();
      db.close();
    },
  };
}

type FailureArgs = Omit<StartArgs, 'opened' | 'ground'> & {
  readonly reason: Failure;
  /** Null when not even that could be prepared. */
  readonly ground: Ground | null;
  /** Called when a briefing was opened after all. */
  readonly openedAfterAll: () => void;
};

/** A window with the reason and what can be done; when it is closed without any, the program ends with 1. */
function openFailureWindow({ reason, ground, openedAfterAll, ...args }: FailureArgs): void {
  args.log({ event: 'not_opened', code: reason.code });
  const window = createWindow({
    codeFolder,
    storedState: null,
    saveState: () => undefined,
    backgroundColor: PAPER,
  });
  const handlers = startFailureHandlers(reason);
  if (ground === null) {
    listen(window, args.log, handlers);
    return;
  }
  const deps = shelfDeps(args.options, ground);
  const rescuing = createRescuingHandlers({
    reason,
    briefing: {
      ...damagedBriefing(reason, deps),
      backupFolder: backupFolder(ground.dataFolder),
      migrations,
      nativeBinding: deps.nativeBinding,
    },
    policy: ground.policy,
    now,
    dialogs: createDialogs(() => window, args.options.exportFolder),
    reopen: async () => {
      const opened = await openShelf(deps);
      if (!opened.ok) return opened;
      openedAfterAll();
      start({ opened: opened.value, ground, ...args });
      window.destroy();
      return ok(null);
    },
  });
  listen(window, args.log, { ...handlers, ...rescuing });
}

function shelfDeps(options: LaunchOptions, { dataFolder, policy }: Ground): ShelfDeps {
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

/** The addon beside main where this runtime needs one of its own (build/electron/stageApp). */
function findNativeBinding(): string | null {
  const path = join(codeFolder, 'better_sqlite3.node');
  return existsSync(path) ? path : null;
}

function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

function openMainWindow({ opened, options, ground, incoming, log }: StartArgs): void {
  const { policy, dataFolder } = ground;
  let sitting = sitDown(opened.db, ground, log);
  app.on('quit', () => {
    sitting.end();
    log({ event: 'ended' });
  });
  const window = createWindow({
    codeFolder,
    storedState: findSetting(sitting.db, WINDOW_KEY),
    saveState: (state) => {
      putSetting(sitting.db, WINDOW_KEY, state);
    },
    backgroundColor: loadSettings(sitting.db, policy).theme === 'night' ? NIGHT : PAPER,
  });
  const finishClosing = askBeforeClosing(window);
  storeBeforeStopping(window);
  const dialogs = createDialogs(() => window, options.exportFolder);
  const deps = shelfDeps(options, ground);
  const desk = createPackDesk({
    deps,
    opened,
    startCheck: (request) =>
      startUtilityCheck(utilityProcess, join(codeFolder, 'checkPackChild.cjs'), request),
    onProgress: () => {
      window.webContents.send('progress');
    },
    show: (next) => {
      sitting.end();
      sitting = sitDown(next, ground, log);
      serve();
      window.webContents.reload();
    },
  });

  const disk = createDiskGuard(dataFolder, () => {
    if (!window.isDestroyed()) window.webContents.send('disk');
  });
  app.on('will-quit', disk.stop);

  const serve = (): void => {
    const { db, backups } = sitting;
    listen(
      window,
      log,
      composeHandlers({
        db,
        policy,
        backups,
        isDiskFull: disk.isFull,
        now,
        newId: randomUUID,
        desk,
        shelfDeps: deps,
        takeOfferedPath: incoming.takePackFile,
        readPackTrust: () => readPackTrust(db, deps),
        versions: {
          app: app.getVersion(),
          electron: process.versions.electron,
          chromium: process.versions.chrome,
          node: process.versions.node,
          electronShipped: __ELECTRON_SHIPPED__,
          electronTested: __ELECTRON_TESTED__,
        },
        dataFolder,
        dialogs,
        printer: createHandoutPrinter(window, assetsFolder),
        window: {
          finishClosing,
          takeLink: incoming.takeLink,
          setFullScreen: (isFull) => {
            window.setFullScreen(isFull);
          },
          print: () => printPage(window),
        },
      }),
      disk.makeRoom,
    );
  };
  serve();

  const receive = (handed: unknown): void => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const event = incoming.receive(handed);
    if (event !== null) window.webContents.send(event);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    receive(data);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive({ link });
  });
  app.on('open-file', (_event, packFile) => {
    receive({ packFile });
  });
}

/** Resolves when the system's dialog is done with, printed or not. */
function printPage(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, () => {
      resolve();
    });
  });
}

function now(): IsoTime {
  return isoTimeSchema.parse(new Date().toISOString());
}

/** The pack in the installed program, or beside the built one. */
function shippedPack(): string {
  const installed = join(process.resourcesPath, 'briefing.yandu');
  return existsSync(installed) ? installed : join(codeFolder, '..', 'briefing.yandu');
}

/** Without the executable, and without the app's folder when Electron itself was started with one. */
function ownArguments(): readonly string[] {
  return process.argv.slice(process.defaultApp ? 2 : 1);
}
